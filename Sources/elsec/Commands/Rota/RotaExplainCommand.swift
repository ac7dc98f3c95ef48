// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import SchedulingSolver
import Vocabulary

struct RotaExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract:
      "Why a visit is where it is; or, left out, what stands in its way and the smallest changes that let it in.",
    discussion: """
      Every change shown was tried by solving the changed week: no rule is broken, no visit is lost, and the rota
      costs no more. The same options give the same changes.
      """)

  @Argument(help: "The visit's id.")
  var visit: String
  @OptionGroup var source: RotaSource
  @Option(help: "How many changes to look for; 0 for none.")
  var changes: Int = 3
  @Option(help: "Rounds of search a changed week.")
  var iterations: Int = SmallestChanges.Options().iterations
  @Option(help: "The same seed gives the same changes.")
  var seed: UInt64 = 1
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard (0...20).contains(self.changes) else {
      throw ValidationError("--changes takes 0 to 20, not \(self.changes)")
    }
    guard (0...1_000_000).contains(self.iterations) else {
      throw ValidationError("--iterations takes 0 to 1000000, not \(self.iterations)")
    }
  }

  func run() async throws {
    let visit = VisitID(self.visit)
    let (problem, reasons) =
      switch try self.source.kind() {
      case .files(let problem, let answer):
        (problem, try await VisitReasons.find(visit, in: answer, of: problem, changes: self.search))
      case .kept(let rota): try await self.explain(visit, in: rota)
      }
    if self.json { return try Output.json(ExplanationReport(visit, reasons, in: problem)) }
    for sentence in reasons.sentences(in: problem) { Output.line(sentence) }
  }

  private func explain(_ visit: VisitID, in rota: GetRota.Input) async throws -> (RotaProblem, VisitReasons) {
    let input = ExplainVisit.Input(rota: rota, visit: visit, changes: self.search)
    let (kept, reasons) = try await self.options.session(for: "rota explain") {
      try await ExplainVisit.run(input, in: $0.practice, as: $0.person)
    }
    return (kept.problem, reasons)
  }

  private var search: SmallestChanges.Options? {
    guard self.changes > 0 else { return nil }
    var search = SmallestChanges.Options()
    (search.shown, search.iterations, search.seed) = (self.changes, self.iterations, self.seed)
    search.solves = max(search.solves, 8 * self.changes)
    return search
  }
}
