// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A section that needs no further answers.
public struct SectionClosure: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case allItemsGiven
    /// The ceiling was reached at the item.
    case ceiling(run: Int, at: ItemCode)
    case notForAge
    /// The route ended before it came there.
    case offRoute
    /// The route can't go on: the section has unanswered items, so it has no colour.
    case noColour
    /// Enough has been asked; why, in words.
    case settled(String)
  }

  public let section: SectionID
  public let reason: Reason
  /// Items below the start that count full points without being asked.
  public let credited: [ItemCode]
  /// Items after the ceiling, which count 0.
  public let notGiven: [ItemCode]

  /// In words: `U stops at U7: 3 in a row not credited; U8 counts 0`.
  public var description: String {
    let credit = self.credited.isEmpty ? "" : "; \(Self.list(self.credited)) credited"
    switch self.reason {
    case .allItemsGiven: return "\(self.section) is complete\(credit)"
    case .notForAge: return "\(self.section) is not for this age"
    case .offRoute: return "\(self.section) is not needed: the route ended above it"
    case .noColour: return "\(self.section) has unanswered items, so the route ends without a colour"
    case .settled(let why): return "\(self.section) stops: \(why)"
    case .ceiling(let run, let at):
      let verb = self.notGiven.count == 1 ? "counts" : "count"
      let rest = self.notGiven.isEmpty ? "" : "; \(Self.list(self.notGiven)) \(verb) 0"
      return "\(self.section) stops at \(at): ceiling of \(run) in a row\(rest)\(credit)"
    }
  }

  private static func list(_ items: [ItemCode]) -> String { items.map(\.rawValue).joined(separator: ", ") }
}

extension SectionClosure: CustomStringConvertible {}
