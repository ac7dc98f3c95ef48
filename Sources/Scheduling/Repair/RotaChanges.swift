// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Everything that becomes different between the rota that people hold, ``RotaProblem/published``, and an
/// answer to the problem.
public struct RotaChanges: Sendable, Hashable {
  /// By day and start (as it will be, for dropped visits as it was), then id.
  public let changes: [RotaChange]
  /// Held visits with the same people, day and start, or a start at most 15 minutes off; sorted by id.
  public let kept: [VisitID]
  /// Those of ``kept`` whose start moves all the same.
  public let nudged: [VisitID]

  public init(to answer: RotaAnswer, of problem: RotaProblem) {
    let held = Dictionary(problem.published.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let now = Dictionary(answer.assignments.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let reasons = Dictionary(
      answer.unassigned.map { ($0.visit, $0.reason) }, uniquingKeysWith: { first, _ in first })
    var (changes, kept, nudged): ([RotaChange], [VisitID], [VisitID]) = ([], [], [])
    for visit in Set(held.keys).union(now.keys).sorted() {
      let change = RotaChange(visit, from: held[visit], to: now[visit], reason: reasons[visit], in: problem)
      if let change {
        changes.append(change)
      } else {
        kept.append(visit)
        if held[visit]?.start != now[visit]?.start { nudged.append(visit) }
      }
    }
    self.changes = changes.sorted { Self.key($0) < Self.key($1) }
    self.kept = kept
    self.nudged = nudged
  }

  /// The points of all changes by the problem's own weights.
  public var points: Int { self.changes.reduce(0) { $0 + $1.points } }

  public func count(of kind: RotaChange.Kind) -> Int { self.changes.count { $0.kinds.contains(kind) } }

  private static func key(_ change: RotaChange) -> (Int, Int, VisitID) {
    let when = change.after ?? change.before
    return (when?.day ?? 0, when?.start ?? 0, change.visit)
  }
}
