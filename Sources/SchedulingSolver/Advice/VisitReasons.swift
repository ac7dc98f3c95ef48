// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// Everything that is said about one visit of a rota.
public struct VisitReasons: Sendable {
  public let explanation: VisitExplanation
  /// The smallest changes that let it in; `nil` for a placed visit, or when none were asked for.
  public let changes: ChangesFound?

  /// - Parameter changes: How to look for changes; `nil` = not at all.
  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`.
  public static func find(
    _ visit: VisitID,
    in answer: RotaAnswer,
    of problem: RotaProblem,
    changes options: SmallestChanges.Options?
  ) async throws -> VisitReasons {
    let explanation = try RotaExplainer(answer, of: problem).explain(visit)
    guard let options, case .leftOut = explanation else {
      return VisitReasons(explanation: explanation, changes: nil)
    }
    let changes = try await SmallestChanges.search(for: visit, in: answer, of: problem, options: options)
    return VisitReasons(explanation: explanation, changes: changes)
  }

  /// Plain sentences, in the order to be read.
  public func sentences(in problem: RotaProblem) -> [String] {
    self.explanation.sentences + (self.changes?.sentences(in: problem) ?? [])
  }
}
