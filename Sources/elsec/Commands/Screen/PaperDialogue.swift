// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Glibc
import Handlers
import Screening
import Storage
import Vocabulary

/// A class from paper forms: two lines a child, the second to check the first. A child is kept when both agree.
struct PaperDialogue {
  let session: StoreOptions.Session
  let screener: String
  let date: CivilDate
  let phase: Storage.ScreeningPhase

  func run() async throws {
    let prepared = try PreparedScreener(try self.session.practice.screener(self.screener))
    let asks = isatty(STDIN_FILENO) == 1
    var (kept, number, problems) = (0, 0, [Fault]())
    if asks { Output.line("a line a child: CHILD KEYS, then the keys again; an empty line ends") }
    while true {
      if asks { Output.write("> ") }
      guard let line = readLine(strippingNewline: true), !line.isEmpty else { break }
      number += 1
      let words = line.split(separator: " ", maxSplits: 1).map(String.init)
      do {
        guard words.count == 2 else {
          throw Fault(.paperForm, "the line is not a child and keys", maybe: "write CHILD, a blank, and the keys")
        }
        try await self.greet(ChildID(words[0]))
        if asks { Output.write("again> ") }
        guard let again = readLine(strippingNewline: true) else {
          throw Fault(.paperForm, "the keys were not typed a second time", maybe: "repeat the keys on the next line")
        }
        try await self.keep(ChildID(words[0]), words[1], again, prepared)
        kept += 1
      } catch let fault as Fault {
        var placed = fault
        placed.place = "child \(number)" + (fault.place.map { ", \($0)" } ?? "")
        Main.report(placed)
        if !asks { problems.append(placed) }
      }
    }
    Output.line("\(kept) children kept")
    if !problems.isEmpty { throw ExitCode(problems[0].code.kind.rawValue) }
  }

  /// Shows two identifiers, so that the form in hand can be compared.
  private func greet(_ id: ChildID) async throws {
    let child = try await ShowChild.run(
      ShowChild.Input(child: id), in: self.session.practice, as: self.session.person
    ).child
    Output.line("  \(child.givenName) \(child.familyName), born \(child.birthDate)")
  }

  private func keep(
    _ child: ChildID, _ first: String, _ second: String, _ screener: PreparedScreener
  ) async throws {
    let answers = try PaperLine(parsing: first, for: screener).answers
    let again = try PaperLine(parsing: second, for: screener).answers
    let differences = screener.differences(between: answers, and: again)
    guard differences.isEmpty else {
      let items = differences.map(\.item.rawValue).joined(separator: ", ")
      throw Fault(
        .paperRekey, "the two typings differ at \(items); nothing was kept for this child",
        maybe: "look at the form and type both lines again")
    }
    let draft = ScreeningDraft(
      child: child, testDate: self.date, content: .answers(answers), place: "child \(child)")
    let done = try await RecordScreenings.run(
      RecordScreenings.Input(screener: self.screener, phase: self.phase, drafts: [draft], apply: true),
      in: self.session.practice, as: self.session.person)
    if let problem = done.problems.first { throw problem }
    let tier = done.tiers.first.map { "proposed tier \($0.tier)" } ?? "no tier proposed"
    Output.line("  kept: \(done.report.unchanged == 1 ? "the same was kept before" : tier)")
  }
}

extension Fault.Code {
  static let paperForm = Fault.Code("paper.form", .badInput)
  static let paperRekey = Fault.Code("paper.rekey", .badInput)
}
