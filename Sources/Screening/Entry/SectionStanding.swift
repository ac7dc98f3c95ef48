// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How the section that is being given stands with its start, basal and ceiling rules.
public struct SectionStanding: Hashable, Sendable {
  /// A run of responses that a rule counts.
  public struct Run: Hashable, Sendable {
    /// In a row, as far as the answers go.
    public let soFar: Int
    public let wanted: Int
    public let of: [ResponseCode]

    /// `2 of 3 in a row (I, NR)`.
    public var description: String {
      "\(self.soFar) of \(self.wanted) in a row (\(self.of.map(\.rawValue).joined(separator: ", ")))"
    }
  }

  public enum Basal: Hashable, Sendable {
    /// Counted from the item on.
    case looking(Run, from: ItemCode)
    case found(Run, from: ItemCode, credited: [ItemCode])
    /// Looked for down to the first item, or as far as the rule allows.
    case notFound(Run)
  }

  public let section: SectionID
  /// The item given first at `ageMonths`.
  public let start: ItemCode
  public let ageMonths: Int
  /// `nil`: the section has no such rule.
  public let basal: Basal?
  public let ceiling: Run?

  /// One sentence a rule; empty for a section that is given whole from its first item.
  public var lines: [String] {
    guard self.basal != nil || self.ceiling != nil else { return [] }
    var lines = ["start: \(self.start), for \(self.ageMonths) months"]
    switch self.basal {
    case .looking(let run, let from): lines.append("basal: \(run.description), from \(from)")
    case .found(let run, let from, let credited):
      let credit = credited.isEmpty ? "" : "; \(credited.map(\.rawValue).joined(separator: ", ")) credited"
      lines.append("basal: found, \(run.description) from \(from)\(credit)")
    case .notFound(let run): lines.append("basal: not found, \(run.wanted) in a row were wanted")
    case nil: break
    }
    if let ceiling = self.ceiling { lines.append("ceiling: \(ceiling.description)") }
    return lines
  }
}

extension SectionStanding.Run: CustomStringConvertible {}

extension EntrySession {
  /// Of the section of the next item; `nil` when no item is open, or items are chosen one by one (see ``standing``).
  public var sectionStanding: SectionStanding? {
    guard let section = self.prompt?.section, let part = self.path.parts.first(where: { $0.section.id == section }),
      case .walk(let walk) = part.standing
    else { return nil }
    return SectionStanding(part.section, walk, self.responses(in: part.section), atMonths: self.ageMonths)
  }
}

extension SectionStanding {
  init(_ section: PreparedSection, _ walk: SectionWalk, _ responses: [Int16], atMonths months: Int) {
    let codes = section.items.map(\.code)
    self.section = section.id
    self.start = codes[walk.start]
    self.ageMonths = months
    self.basal = section.basal.map { basal in
      let given = responses[walk.lowest...]
      let soFar = given.prefix(basal.run).prefix { $0 >= 0 && section.options[Int($0)].meetsBasal }.count
      let run = Run(soFar: soFar, wanted: basal.run, of: basal.of)
      if walk.hasBasal {
        return .found(run, from: codes[walk.lowest], credited: Array(codes[..<walk.credited]))
      }
      let isOpen = given.dropFirst(soFar).first == AnswerSheet.unseen
      return isOpen ? .looking(run, from: codes[walk.lowest]) : .notFound(run)
    }
    self.ceiling = section.ceiling.map { ceiling in
      var run = 0
      for response in responses[walk.lowest...] {
        if response == AnswerSheet.unseen { break }
        run = response >= 0 && section.options[Int(response)].countsToCeiling ? run + 1 : 0
      }
      return Run(soFar: run, wanted: ceiling.run, of: ceiling.of)
    }
  }
}
