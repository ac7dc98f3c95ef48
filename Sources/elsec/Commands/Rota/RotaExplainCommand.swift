// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaExplainCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Why a visit is where it is; or, left out, the first rule in the way of every person and day.")

  struct Report: Encodable {
    struct Candidate: Encodable {
      let staff: [String]
      let day: String
      let rule: String?
      let because: String?
      let start: String?
      let cost: Int?
    }

    let visit: String
    let placed: Bool
    let sentences: [String]
    let candidates: [Candidate]
  }

  @Argument(help: "The visit's id.")
  var visit: String
  @OptionGroup var choice: RotaChoice
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (kept, explanation) = try await self.options.session(for: "rota explain") {
      try await ExplainVisit.run(
        ExplainVisit.Input(rota: self.choice.input, visit: VisitID(self.visit)), in: $0.practice, as: $0.person)
    }
    if !self.json {
      for sentence in explanation.sentences { Output.line(sentence) }
      return
    }
    var candidates: [VisitCandidate] = []
    if case .leftOut(let why) = explanation { candidates = why.candidates }
    try Output.json(
      Report(
        visit: self.visit, placed: candidates.isEmpty, sentences: explanation.sentences,
        candidates: candidates.map { candidate in
          Report.Candidate(
            staff: candidate.staff.map(\.rawValue),
            day: "\(kept.problem.horizon.start.adding(days: candidate.day))",
            rule: candidate.obstacle.map { "\($0.kind)" }, because: candidate.obstacle?.message,
            start: candidate.fit.flatMap { TimeOfDay(minute: $0.start)?.description },
            cost: candidate.fit?.cost.total)
        }))
  }
}
