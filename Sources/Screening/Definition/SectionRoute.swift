// SPDX-License-Identifier: Apache-2.0

/// How a child is led through sections by age: the own section first, then one section down at a time until one
/// has the last colour.
///
///     route:
///       sections: [S1, S2, S3]           # youngest first
///       colours: [red, amber, green]     # worst first; the last one ends the route
///       cuts: {S1: [4, 8], S2: [5, 9], S3: [5, 8]}
///       flags: {two-amber-running: slcn-specific, red-at-own-age: refer, no-green: below-lowest}
///
/// - SeeAlso: the route of the WellComm toolkit as its publisher describes it (GL Assessment support pages): start
///   at the child's own section; where it is not green, give the section below until one is green; record that
///   section.
public struct SectionRoute: Hashable, Sendable {
  /// The points from which each further colour holds, in a section.
  public struct Cuts: Hashable, Sendable {
    public var section: SectionID
    /// Ascending; one fewer than there are colours.
    public var points: [Int]

    public init(section: SectionID, points: [Int]) {
      self.section = section
      self.points = points
    }
  }

  /// What a route can show that a therapist should see.
  public enum Sign: String, Sendable, CaseIterable {
    /// Two sections one after the other have the last colour but one.
    case twoAmberRunning = "two-amber-running"
    /// The own section has the first colour.
    case redAtOwnAge = "red-at-own-age"
    /// The youngest section was given and does not have the last colour.
    case noGreen = "no-green"
  }

  public struct Flag: Hashable, Sendable {
    public var sign: Sign
    /// The name that tier conditions use: `flag.refer`.
    public var name: String

    public init(sign: Sign, name: String) {
      self.sign = sign
      self.name = name
    }
  }

  /// Youngest first; each section's ages say whose own section it is.
  public var sections: [SectionID]
  /// Worst first. The last one ends the route.
  public var colours: [String]
  /// Empty while a licence holder's file must still supply them.
  public var cuts: [Cuts]
  public var flags: [Flag]

  public init(sections: [SectionID], colours: [String], cuts: [Cuts], flags: [Flag] = []) {
    self.sections = sections
    self.colours = colours
    self.cuts = cuts
    self.flags = flags
  }
}
