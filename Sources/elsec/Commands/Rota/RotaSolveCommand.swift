// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Scheduling
import SchedulingSolver
import Vocabulary

struct RotaSolveCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "solve", abstract: "Search for a cheap rota of a rota exchange file; no store is used.")

  @Argument(help: "The problem, in the rota exchange format.")
  var problem: String
  @OptionGroup var kind: ProblemFormatOptions
  @OptionGroup var search: SearchOptions
  @Option(help: "Where the answer goes; standard output unless told.")
  var out: String = "-"

  func run() async throws {
    if self.kind.format == .solomon {
      return try await RoutingRun.solve(
        self.problem, distance: self.kind.distance, options: try self.search.options(), out: self.out)
    }
    let problem = try Disk.read(self.problem, by: RotaProblemFile.decode)
    let progress = ProgressLine(isPlain: self.search.isProgressPlain)
    let answer = await RotaSolver.solve(problem, options: try self.search.options()) { progress.show($0) }
    progress.end()
    let bytes = try RotaAnswerFile.encode(answer)
    if self.out == "-" {
      Output.write(String(decoding: bytes, as: UTF8.self))
    } else {
      try Disk.write(String(decoding: bytes, as: UTF8.self), to: self.out)
    }
    Output.complain(SearchSummary(answer: answer, visits: problem.visits.count).text)
  }
}
