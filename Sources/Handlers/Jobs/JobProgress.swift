// SPDX-License-Identifier: Apache-2.0

public import SchedulingSolver
public import Vocabulary

/// How far a job's search is.
public struct JobProgress: Sendable, Hashable {
  /// Rises with every report of the job, whichever worker makes it.
  public let seq: Int
  public let phase: SolverProgress.Phase
  /// Of the best rota so far.
  public let cost: Int
  /// No rota costs less; `nil` while nothing is proved.
  public let bound: Int?
  /// Visits that the best rota so far leaves out.
  public let leftOut: Int
  /// When the worker told of it.
  public let at: Instant

  /// As it is kept; when it was so is kept beside it.
  static func text(of progress: SolverProgress, seq: Int) -> String {
    var lines = JobLines()
    lines.add("seq", seq)
    lines.add("phase", progress.phase.rawValue)
    lines.add("cost", progress.cost)
    lines.add("bound", progress.bound)
    lines.add("leftOut", progress.leftOut)
    return lines.text
  }

  /// - Throws: `store.corrupt` when it is not what ``text(of:seq:)`` writes.
  init(text: String, at instant: Instant) throws {
    let lines = JobLines(text)
    self.seq = try lines.get("seq") { Int($0) }
    self.phase = try lines.get("phase") { SolverProgress.Phase(rawValue: $0) }
    self.cost = try lines.get("cost") { Int($0) }
    self.bound = try lines.find("bound") { Int($0) }
    self.leftOut = try lines.get("leftOut") { Int($0) }
    self.at = instant
  }
}
