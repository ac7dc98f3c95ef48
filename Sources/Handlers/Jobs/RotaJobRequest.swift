// SPDX-License-Identifier: Apache-2.0

import SchedulingSolver
public import Vocabulary

/// A week's rota that is to be made by a worker.
public struct RotaJobRequest: Sendable, Hashable {
  /// The same names as the kinds of jobs that are kept.
  static let kind = "rota.plan"

  public let week: SchoolWeek
  /// How long to search, 1 to 3600.
  public let timeLimitSeconds: Int
  public let seed: UInt64
  /// Searches side by side, 1 to 16.
  public let threads: Int
  /// Rounds after which the search ends although there is time left; `nil` = no such limit.
  public let iterations: Int?

  public init(
    week: SchoolWeek, timeLimitSeconds: Int = 60, seed: UInt64 = 1, threads: Int = 1, iterations: Int? = nil
  ) {
    self.week = week
    self.timeLimitSeconds = timeLimitSeconds
    self.seed = seed
    self.threads = threads
    self.iterations = iterations
  }

  /// - Throws: `record.not-valid` for a number out of its range.
  func check() throws {
    guard (1...3600).contains(self.timeLimitSeconds) else {
      throw Fault(
        .notValid, "\(self.timeLimitSeconds) seconds were asked for", at: "timeLimitSeconds", maybe: "1 to 3600")
    }
    guard (1...16).contains(self.threads) else {
      throw Fault(.notValid, "\(self.threads) threads were asked for", at: "threads", maybe: "1 to 16")
    }
    guard self.iterations.map({ $0 >= 0 }) ?? true else {
      throw Fault(.notValid, "less than no rounds were asked for", at: "iterations", maybe: "0 or more")
    }
  }

  /// As it is kept.
  var text: String {
    var lines = JobLines()
    lines.add("week", self.week)
    lines.add("timeLimitSeconds", self.timeLimitSeconds)
    lines.add("seed", self.seed)
    lines.add("threads", self.threads)
    lines.add("iterations", self.iterations)
    return lines.text
  }

  /// - Throws: `store.corrupt` when it is not what ``text`` writes.
  init(text: String) throws {
    let lines = JobLines(text)
    self.init(
      week: try lines.get("week") { SchoolWeek($0) },
      timeLimitSeconds: try lines.get("timeLimitSeconds") { Int($0) },
      seed: try lines.get("seed") { UInt64($0) },
      threads: try lines.get("threads") { Int($0) },
      iterations: try lines.find("iterations") { Int($0) })
  }

  var options: SolverOptions {
    SolverOptions(
      timeLimit: .seconds(self.timeLimitSeconds), iterations: self.iterations, seed: self.seed, threads: self.threads,
      seeksBound: true)
  }
}
