// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A section that needs no further answers.
public struct SectionClosure: Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    case allItemsGiven
    /// The ceiling was reached at the item.
    case ceiling(run: Int, at: ItemCode)
    case notForAge
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
    case .ceiling(let run, let at):
      let verb = self.notGiven.count == 1 ? "counts" : "count"
      let rest = self.notGiven.isEmpty ? "" : "; \(Self.list(self.notGiven)) \(verb) 0"
      return "\(self.section) stops at \(at): ceiling of \(run) in a row\(rest)\(credit)"
    }
  }

  private static func list(_ items: [ItemCode]) -> String { items.map(\.rawValue).joined(separator: ", ") }
}

extension SectionClosure: CustomStringConvertible {}
