// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Scheduling
import SchedulingSolver
import Vocabulary

/// `elsec rota solve` and `elsec rota check` on Solomon's instances, which measure the search against published
/// results.
enum RoutingRun {
  static func solve(_ path: String, distance: RoutingDistance, options: SolverOptions, out: String) async throws {
    let problem = try self.problem(at: path)
    let answer = await RoutingSolver.solve(problem, convention: distance, options: options)
    let verdict = RoutingReferee.check(answer, of: problem)
    try Disk.write(try RoutingAnswerFile.encode(answer), to: out)
    Output.complain(self.sentence(verdict, answer) + "\n")
    guard verdict.isFeasible else {
      throw Fault(
        .routesNotFound, "no routes were found that serve every customer: \(verdict.broken[0])", at: path,
        maybe: "give a longer --time-limit; or there are too few vehicles")
    }
  }

  static func check(_ path: String, _ answerPath: String, json: Bool) throws {
    let problem = try self.problem(at: path)
    let answer = try Disk.read(answerPath, by: RoutingAnswerFile.decode)
    let verdict = RoutingReferee.check(answer, of: problem)
    if json {
      try Output.json(RoutingVerdictReport(verdict, of: answer))
    } else {
      var lines = verdict.broken
      if let claimed = verdict.claimed, !verdict.isClaimTrue {
        lines.append("The answer claims a distance of \(claimed), which is not so.")
      }
      lines.append(self.sentence(verdict, answer))
      Output.write(lines.joined(separator: "\n") + "\n")
    }
    guard verdict.isFeasible, verdict.isClaimTrue else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }

  private static func sentence(_ verdict: RoutingVerdict, _ answer: RoutingAnswer) -> String {
    "distance \((verdict.distance * 10_000).rounded() / 10_000), \(counted(answer.routes.count, "vehicle")) "
      + "(\(answer.convention.sentence))"
  }

  private static func problem(at path: String) throws -> RoutingProblem {
    try Disk.read(path, by: SolomonFile.decode)
  }
}

extension Fault.Code {
  /// The search ended without routes that serve every customer.
  fileprivate static let routesNotFound = Fault.Code("routing.not-found", .notSo)
}

/// The referee's verdict on routes, for `--json`.
private struct RoutingVerdictReport: Encodable {
  enum CodingKeys: String, CodingKey {
    case feasible, broken, convention, distance, vehicles
    case claimedDistance = "claimed_distance"
    case claimTrue = "claim_true"
  }

  let feasible: Bool
  let broken: [String]
  let convention: String
  let distance: Double
  let vehicles: Int
  let claimedDistance: Double?
  let claimTrue: Bool

  init(_ verdict: RoutingVerdict, of answer: RoutingAnswer) {
    self.feasible = verdict.isFeasible
    self.broken = verdict.broken
    self.convention = answer.convention.rawValue
    self.distance = verdict.distance
    self.vehicles = answer.routes.count
    self.claimedDistance = verdict.claimed
    self.claimTrue = verdict.isClaimTrue
  }
}
