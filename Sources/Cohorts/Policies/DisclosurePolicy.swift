// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a table must hide before it may leave, as numbers.
///
/// `round` follows what NHS England uses for small areas: counts of 1 to 7 are hidden, other counts go to the
/// nearest 5, zero is shown, each total is rounded on its own, and percentages are made from the rounded
/// numbers on a rounded base of at least 20.
public struct DisclosurePolicy: Hashable, Sendable, Codable {
  public let name: String
  /// Counts from 1 to this are hidden.
  public let smallUpTo: Int
  /// Larger counts go to the nearest multiple of this; a half goes up.
  public let roundTo: Int
  /// No percentage is made on a rounded base under this.
  public let smallestPercentBase: Int

  /// - Throws: `cohort.unknown-policy` for numbers that make no policy: hiding nothing, rounding to less
  ///   than 1, a percentage base inside what is hidden.
  public init(name: String, smallUpTo: Int, roundTo: Int, smallestPercentBase: Int) throws {
    guard (1...1000).contains(smallUpTo), (1...1000).contains(roundTo), smallestPercentBase > smallUpTo else {
      throw Fault(
        .unknownPolicy,
        "a policy that hides 1 to \(smallUpTo), rounds to \(roundTo) and takes percentages from"
          + " \(smallestPercentBase) protects nobody",
        at: name,
        maybe: "hide at least 1, round to at least 1, and take percentages on a larger base than is hidden"
      )
    }
    self.init(name, smallUpTo, roundTo, smallestPercentBase)
  }

  private init(_ name: String, _ smallUpTo: Int, _ roundTo: Int, _ smallestPercentBase: Int) {
    self.name = name
    self.smallUpTo = smallUpTo
    self.roundTo = roundTo
    self.smallestPercentBase = smallestPercentBase
  }

  public static let round = DisclosurePolicy("round", 7, 5, 20)

  /// Every policy that has a name on the command line.
  public static let all = [round]

  /// - Throws: `cohort.unknown-policy`.
  public static func named(_ name: String) throws -> DisclosurePolicy {
    guard let policy = self.all.first(where: { $0.name == name }) else {
      throw Fault(
        .unknownPolicy,
        "there is no disclosure policy of that name",
        maybe: "use one of: " + self.all.map(\.name).joined(separator: ", ")
      )
    }
    return policy
  }

  /// The counts that must stay hidden, and that every hidden cell must still be able to hold.
  public var small: ClosedRange<Int> { 1...self.smallUpTo }

  /// How many small values must stay open for a hidden inner cell when a reader takes every hidden inner cell to
  /// be small: with `round`, 5 of the 7. All of them would be too much to ask of a row of many small cells, where
  /// each being at least 1 already keeps the others from being largest.
  package var fewestAtTheirWord: Int { min(self.smallUpTo, max(2, self.smallUpTo - 2)) }

  /// What a count becomes, before anything is hidden to protect another cell.
  package func primary(_ count: Int) -> ReleasedCell {
    if count == 0 { return .zero }
    if self.small.contains(count) { return .suppressed }
    let rounded = (count + self.roundTo / 2) / self.roundTo * self.roundTo
    return rounded == 0 ? .low : .rounded(rounded)
  }

  /// The counts that a reader who knows this policy takes a shown cell to stand for; `nil` upper end when
  /// the symbol sets none.
  func readings(of cell: ReleasedCell) -> (low: Int, high: Int?) {
    switch cell {
    case .zero, .notApplicable: (0, 0)
    case .suppressed: (0, nil)
    case .low: (self.smallUpTo + 1, max(self.smallUpTo + 1, (self.roundTo - 1) / 2))
    case .rounded(let value):
      (max(self.smallUpTo + 1, value - self.roundTo / 2), value + (self.roundTo - 1) / 2)
    }
  }
}
