// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import FoundationEssentials
import Screening
import Vocabulary

struct ScoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "score", abstract: "Score a file of answers; no store is used.",
    discussion: """
      In: CSV, one row a child: child_ref,birth_date,test_date[,home_language,weeks_gestation,concern_slt,\
      answer_language], then one column an item code. An empty cell is missing, never 0. Out: the same rows in the same order \
      with every score, the band, the proposed tier and flags. A row that can't be scored has empty scores \
      and its reason in flags.
      """)

  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(name: .customLong("in"), help: "The answers; - is standard input.")
  var input: String
  @Option(help: "Where the scores go; standard output unless told.")
  var out: String = "-"
  @Flag(help: "End with exit status 65 at the first row that can't be scored.")
  var strict = false
  @Flag(help: "Print every step from answers to tier for one row instead.")
  var explain = false
  @Option(help: "The row to explain, by child_ref; the first unless told.")
  var child: String?
  @Option(help: "Rows are scored on so many threads at a time; one a processor, at most 8, unless told.")
  var threads: Int?
  @OptionGroup var content: ContentOptions

  func validate() throws {
    if let threads = self.threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes 1 to 64, not \(threads)")
    }
  }

  func run() throws {
    let screener = try PreparedScreener(try self.content.catalogue().find(named: self.screener))
    if self.explain { return try self.explainOne(screener) }
    let sink = try FileSink(self.out)
    do {
      let source = try AnswerSource(self.input)
      let pieces = try self.header(of: source, screener)
      let threads = self.threads ?? min(8, ProcessInfo.processInfo.activeProcessorCount)
      try ScoreRun(pieces, source, sink, threads: threads).run()
      try sink.commit()
      for note in pieces.notes { Output.complain("\(note)\n") }
    } catch {
      sink.discard()
      throw error
    }
  }

  private func header(of source: AnswerSource, _ screener: PreparedScreener) throws -> ScorePieces {
    let file = AnswerFile(screener, name: self.input, isStrict: self.strict)
    var reader = CSVReader(file: self.input)
    var piece: [UInt8] = []
    while true {
      _ = try source.next(&piece)
      var used = 0
      let pieces = try piece.withUnsafeBytes {
        try ScorePieces(file, &reader, headerIn: $0, isLast: source.isAtEnd, used: &used)
      }
      guard let pieces else { continue }
      source.giveBack(piece[used...])
      return pieces
    }
  }

  private func explainOne(_ screener: PreparedScreener) throws {
    var file = AnswerFile(screener, name: self.input, isStrict: self.strict)
    file.explaining = true
    var found: AnswerFile.Scored?
    try CSVReader.read(try Disk.read(self.input), file: self.input) { row in
      guard found == nil, file.isWanted(row, self.child), let scored = try file.score(row) else { return }
      found = scored
    }
    guard let found else {
      throw Fault(
        .scoreRowMissing, "no such row in the file", at: self.input,
        maybe: "give --child a child_ref that is in the first column")
    }
    Output.line("\(screener.definition.title.text(in: "en")), \(screener.definition.id) \(screener.definition.version)")
    for step in found.result.steps { Output.line("  \(step.what): \(step.detail) → \(step.value)") }
    for name in screener.definition.scores.map(\.name) {
      if let score = found.result.score(name), score.value != .absent {
        Output.line("\(name) \(score.text)")
      }
    }
    Output.line("band \(found.result.band?.rawValue ?? "none")")
    if let tier = found.result.tier {
      Output.line("proposed tier \(tier.tier), because \(tier.because); a named person confirms it")
    }
    if !found.result.flags.isEmpty {
      Output.line("flags \(found.result.flags.map(\.description).joined(separator: ", "))")
    }
    if let fault = found.fault { Output.line("not scored: \(fault)") }
  }
}

extension Fault.Code {
  static let scoreRowMissing = Fault.Code("score.row-missing", .notSo)
}
