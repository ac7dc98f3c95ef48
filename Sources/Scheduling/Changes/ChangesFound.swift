// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a search for the smallest changes came to.
public struct ChangesFound: Sendable {
  public enum Outcome: Sendable {
    /// The rota breaks a rule; nothing was tried.
    case unsound
    /// The visit gets in with nothing changed.
    case unneeded(VerifiedChange)
    /// The smallest first, each tried; empty when none of those tried lets the visit in.
    case changes([VerifiedChange])
  }

  public let visit: VisitID
  public let outcome: Outcome
  /// Changes that were solved for, those that failed among them.
  public let tried: Int
  /// Changes that the obstacles suggest, those not tried among them.
  public let proposed: Int

  public init(_ visit: VisitID, _ outcome: Outcome, tried: Int = 0, proposed: Int = 0) {
    self.visit = visit
    self.outcome = outcome
    self.tried = tried
    self.proposed = proposed
  }

  /// Empty unless changes were found.
  public var changes: [VerifiedChange] {
    if case .changes(let changes) = self.outcome { changes } else { [] }
  }

  /// Plain sentences, in the order to be read.
  public func sentences(in problem: RotaProblem) -> [String] {
    switch self.outcome {
    case .unsound:
      return ["No change was looked for, because this rota breaks a rule; 'elsec rota check' says which."]
    case .unneeded(let found):
      return [
        "Nothing needs to change to let it in: \(found.effect(in: problem)).",
        "The search that made this rota did not find that place; a longer one may.",
      ]
    case .changes(let changes):
      guard !changes.isEmpty else {
        return ["No single change was found that lets it in; \(self.triedWords)."]
      }
      let which = changes.count == 1 ? "smallest change that lets it in," : "smallest changes that let it in, each"
      return ["The \(which) tried by solving the week again:"]
        + changes.enumerated().map { place, found in
          let change = found.change?.words(in: problem) ?? ""
          return "\(place + 1). \(change): \(found.effect(in: problem))."
        }
    }
  }

  private var triedWords: String {
    let isCut = self.tried < self.proposed
    switch self.tried {
    case 0: return self.proposed == 0 ? "the rules in its way suggest none" : "none was tried"
    case 1: return "\(isCut ? "the smallest of \(self.proposed)" : "1") was tried by solving the week again"
    default:
      let which = isCut ? "the \(self.tried) smallest of \(self.proposed)" : "\(self.tried)"
      return "\(which) were tried by solving the week again"
    }
  }
}

extension VerifiedChange {
  /// `it goes to Person p3 on Tue 1 Dec at 15:10, the rota costs 2450 instead of 2700, no other visit moves`
  func effect(in problem: RotaProblem) -> String {
    let names = self.assignment.staff.map { problem.name(of: $0) }.joined(separator: " and ")
    let when = "\(problem.dayName(self.assignment.day)) at \(RotaProblem.clock(self.assignment.start))"
    var parts = [
      "it goes to \(names) on \(when)", "the rota costs \(self.costAfter) instead of \(self.costBefore)",
    ]
    let shown = self.moved.prefix(5).map(\.rawValue).joined(separator: ", ")
    let rest = self.moved.count > 5 ? " and \(self.moved.count - 5) more" : ""
    switch self.moved.count {
    case 0: parts.append("no other visit moves")
    case 1: parts.append("1 other visit moves (\(shown))")
    default: parts.append("\(self.moved.count) other visits move (\(shown)\(rest))")
    }
    if !self.alsoPlaced.isEmpty {
      let also = self.alsoPlaced.map(\.rawValue).joined(separator: ", ")
      parts.append("it lets in \(also) too")
    }
    return parts.joined(separator: ", ")
  }
}
