// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import SchedulingSolver
import Vocabulary

/// How long and from where a rota is searched for.
struct SearchOptions: ParsableArguments {
  @Option(name: .customLong("time-limit"), help: "Seconds to search (20 unless --iterations is given).")
  var timeLimit: Double?
  @Option(help: "Searches side by side.")
  var threads: Int = 1
  @Option(help: "The same seed and --iterations give the same rota.")
  var seed: UInt64 = 1
  @Option(help: "Rounds to search instead of seconds.")
  var iterations: Int?
  @Flag(
    inversion: .prefixedNo, exclusivity: .chooseLast,
    help: "Also prove what no rota can cost less than; with a time limit unless told otherwise.")
  var bound: Bool?
  @Flag(
    name: .customLong("progress"), help: "A line on standard error at most once a second, to read by program.")
  var isProgressPlain = false

  func validate() throws {
    if let limit = self.timeLimit, !(limit > 0 && limit <= 86_400) {
      throw ValidationError("--time-limit takes more than 0 and at most 86400 seconds, not \(limit)")
    }
    guard (1...64).contains(self.threads) else {
      throw ValidationError("--threads takes 1 to 64, not \(self.threads)")
    }
    if let rounds = self.iterations, rounds < 0 {
      throw ValidationError("--iterations takes 0 or more, not \(rounds)")
    }
  }

  func options() throws -> SolverOptions {
    let seconds = self.timeLimit ?? (self.iterations == nil ? 20 : nil)
    return SolverOptions(
      timeLimit: seconds.map { .milliseconds(Int($0 * 1000)) }, iterations: self.iterations, seed: self.seed,
      threads: self.threads, seeksBound: self.bound ?? (seconds != nil))
  }
}
