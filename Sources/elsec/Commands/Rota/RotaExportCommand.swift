// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export",
    abstract: "Write a rota as a page to read and print, calendar files a person, and a table.",
    discussion: "All of them, unless some are named.")

  @OptionGroup var choice: RotaChoice
  @Flag(help: "rota.html: the week a person, a map, what is left out and why, what changed; prints on A4.")
  var html = false
  @Flag(help: "One .ics file a person.")
  var ics = false
  @Flag(help: "rota.csv.")
  var csv = false
  @Flag(help: "The calendar files hold the breaks too.")
  var breaks = false
  @Option(name: .customLong("to"), help: "The folder the files go to.")
  var folder: String = "."
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let (held, area) = try await self.options.session(for: "rota export") { session in
      (
        try await GetHeldRotas.run(self.choice.input, in: session.practice, as: session.person),
        try await ShowArea.run((), in: session.practice, as: session.person)
      )
    }
    var content = RotaPageContent(held.rota, area: area)
    let isAll = !(self.html || self.ics || self.csv)
    try Disk.makeFolder(self.folder)
    if self.csv || isAll { try self.write(String(decoding: RotaSheet.csv(content), as: UTF8.self), "rota.csv") }
    if self.ics || isAll {
      let revisions = (held.earlier + [held.rota]).map { kept in
        VisitCalendar.Revision(
          RotaPageContent(kept, area: area), stamp: kept.record.publishedAt ?? kept.record.at)
      }
      for calendar in VisitCalendar.all(revisions, withBreaks: self.breaks) {
        try self.write(calendar.text, "\(calendar.staff).ics")
      }
    }
    if self.html || isAll {
      content.explainLeftOut(held.rota.answer, of: held.rota.problem)
      content.changes = held.superseded.map { RotaPageContent.Changes(from: $0, to: held.rota) }
      try self.write(RotaPage.html(content), "rota.html")
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
      kept.publication.map { "Version \(kept.revision), \($0)." }
      ?? "A draft (version \(kept.revision)) made by \(record.by) on \(LondonTime(record.at)); nobody has published it."
    let cost = RotaReferee.check(kept.answer, of: kept.problem).cost
    self.init(
      area: area.name, problem: kept.problem, answer: kept.answer, publication: publication,
      isMadeUp: area.isMadeUp,
      costs: Self.costs(of: cost, in: kept.problem, answer: kept.answer),
      travelStatement: record.travelStatement)
  }
}

extension RotaPageContent.Changes {
  fileprivate init(from held: KeptRota, to rota: KeptRota) {
    self.init(
      since: "version \(held.revision), \(held.publication ?? "a draft")", from: held.answer, of: held.problem,
      to: rota.answer, of: rota.problem)
  }
}

extension KeptRota {
  /// `published by Helen on 2026-11-27 14:05`; `nil` for a draft.
  fileprivate var publication: String? {
    guard let name = self.record.publishedBy, let at = self.record.publishedAt else { return nil }
    return "published by \(name) on \(LondonTime(at))"
  }
}
