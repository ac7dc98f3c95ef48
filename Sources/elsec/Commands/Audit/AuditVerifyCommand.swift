// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every link of the audit's chain.",
    discussion: "Exit status 1 when an entry was edited, removed, reordered or cut off.")

  struct Report: Encodable {
    let entries: Int
    let head: String
    let firstBreak: String?
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let done = try await self.options.session(for: "audit verify") {
      try await VerifyAudit.run((), in: $0.practice, as: $0.person)
    }
    let report = Report(
      entries: done.head.sequence, head: "\(done.head.hash)", firstBreak: done.firstBreak?.description)
    if self.json {
      try Output.json(report)
    } else {
      Output.line(report.firstBreak ?? "\(report.entries) entries, every link holds; head \(report.head)")
    }
    guard done.firstBreak == nil else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }
}
