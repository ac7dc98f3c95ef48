// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import SchedulingSolver
import Vocabulary

struct RotaAdviseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "advise",
    abstract: "What half a day more of each role or skill would serve of the visits that are left out.",
    discussion: """
      Each answer is from solving the week with one more person, against as long a solve without. The same options
      give the same advice.
      """)

  @OptionGroup var source: RotaSource
  @Option(help: "Half days to solve for, of each role or skill.")
  var tries: Int = HalfDayAdvisor.Options().solvesAProfile
  @Option(help: "Rounds of search a solve.")
  var iterations: Int = HalfDayAdvisor.Options().iterations
  @Option(help: "The same seed gives the same advice.")
  var seed: UInt64 = 1
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (1...100).contains(self.tries) else {
      throw ValidationError("--tries takes 1 to 100, not \(self.tries)")
    }
    guard (0...1_000_000).contains(self.iterations) else {
      throw ValidationError("--iterations takes 0 to 1000000, not \(self.iterations)")
    }
  }

  func run() async throws {
    var search = HalfDayAdvisor.Options()
    (search.solvesAProfile, search.iterations, search.seed) = (self.tries, self.iterations, self.seed)
    let (problem, advice) =
      switch try self.source.kind() {
      case .files(let problem, let answer):
        (problem, try await HalfDayAdvisor.advise(on: answer, of: problem, options: search))
      case .kept(let rota): try await self.advise(on: rota, search)
      }
    if self.json { return try Output.json(AdviceReport(advice, in: problem)) }
    for sentence in advice.sentences(in: problem) { Output.line(sentence) }
  }

  private func advise(
    on rota: GetRota.Input, _ search: HalfDayAdvisor.Options
  ) async throws -> (RotaProblem, HalfDayAdvice) {
    let input = AdviseRota.Input(rota: rota, options: search)
    let (kept, advice) = try await self.options.session(for: "rota advise") {
      try await AdviseRota.run(input, in: $0.practice, as: $0.person)
    }
    return (kept.problem, advice)
  }
}
