// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Scheduling
import SchedulingSolver
import Vocabulary

struct RotaCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Judge a rota: every hard rule and every cost term, from the two files alone.",
    discussion: "Exit status 1 when a hard rule is broken.")

  @Argument(help: "The problem, in the rota exchange format.")
  var problem: String
  @Argument(help: "The answer.")
  var answer: String
  @Option(help: "Form of the problem: rota, or solomon for Solomon's text format and the routes written for it.")
  var format: ProblemFormat = .rota
  @Flag(help: "Also the cost by person, and what is left out by reason.")
  var byPerson = false
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    if self.format == .solomon {
      return try RoutingRun.check(self.problem, self.answer, json: self.json)
    }
    let problem = try Disk.read(self.problem, by: RotaProblemFile.decode)
    let answer = try Disk.read(self.answer, by: RotaAnswerFile.decode)
    let report = VerdictReport(
      RotaReferee.check(answer, of: problem), claimed: answer.cost,
      score: self.byPerson ? ScoreReport(answer, of: problem) : nil)
    if self.json { try Output.json(report) } else { Output.write(report.text) }
    guard report.feasible else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }
}
