// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// The solves by which advice is tried: from a rota at hand, for a number of rounds, so that the same question has the same answer.
public enum RoundsOfSearch {
  /// Solves a problem from a rota to begin with.
  public typealias Solve = @Sendable (_ problem: RotaProblem, _ start: RotaAnswer) async -> RotaAnswer

  static func solve(_ iterations: Int, seed: UInt64) -> Solve {
    { problem, start in
      await RotaSolver.solve(problem, options: SolverOptions(iterations: iterations, seed: seed, warmStart: start))
    }
  }
}
