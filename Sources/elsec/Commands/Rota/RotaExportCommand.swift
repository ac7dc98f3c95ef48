// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "Write a rota as a page to print, calendar files a person, or a table.")

  @OptionGroup var choice: RotaChoice
  @Flag(help: "rota.html: the week a person, a map, what is left out and why; prints on A4.")
  var html = false
  @Flag(help: "One .ics file a person.")
  var ics = false
  @Flag(help: "rota.csv.")
  var csv = false
  @Option(name: .customLong("to"), help: "The folder the files go to.")
  var folder: String = "."
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard self.html || self.ics || self.csv else { throw ValidationError("say --html, --ics or --csv") }
  }

  func run() async throws {
    let (kept, area) = try await self.options.session(for: "rota export") { session in
      (
        try await GetRota.run(self.choice.input, in: session.practice, as: session.person),
        try await ShowArea.run((), in: session.practice, as: session.person)
      )
    }
    let content = RotaPageContent(kept, area: area)
    try Disk.makeFolder(self.folder)
    if self.html { try self.write(RotaPage.html(content), "rota.html") }
    if self.csv { try self.write(String(decoding: RotaSheet.csv(content), as: UTF8.self), "rota.csv") }
    if self.ics {
      for person in kept.problem.staff {
        let calendar = VisitCalendar(
          of: person.id, in: content, stamp: kept.record.publishedAt ?? kept.record.at,
          sequence: kept.revision - 1)
        if let calendar { try self.write(calendar.text, "\(person.id).ics") }
      }
    }
  }

  private func write(_ text: String, _ name: String) throws {
    let safe = name.map { $0.isLetter || $0.isNumber || "-._".contains($0) ? $0 : "_" }
    let path = "\(self.folder)/\(String(safe))"
    try Disk.write(text, to: path)
    Output.line("wrote \(path)")
  }
}

extension RotaPageContent {
  init(_ kept: KeptRota, area: ShowArea.Output) {
    let record = kept.record
    let publication =
      record.publishedBy.flatMap { name in
        record.publishedAt.map { "Version \(kept.revision), published by \(name) on \(LondonTime($0))." }
      }
      ?? "A draft (version \(kept.revision)) made by \(record.by) on \(LondonTime(record.at)); nobody has published it."
    let cost = RotaReferee.check(kept.answer, of: kept.problem).cost
    self.init(
      area: area.name, problem: kept.problem, answer: kept.answer, publication: publication,
      isMadeUp: area.isMadeUp,
      costs: Self.costs(of: cost, in: kept.problem, answer: kept.answer),
      travelStatement: record.travelStatement)
  }
}
