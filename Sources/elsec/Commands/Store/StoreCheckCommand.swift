// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Sealing
import Storage
import StorageSQLite
import Vocabulary

struct StoreCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract:
      "Look a store over: its pages and references, its schema, every audit chain, and that every sealed row opens.",
    discussion: "Exit status 1 when anything is wrong.")

  struct Report: Encodable {
    struct Area: Encodable {
      let area: String
      let entries: Int
      let firstBreak: String?
    }

    let isSound: Bool
    let isSealed: Bool
    /// The id of the recovery key that opens it, too.
    let recoveryKey: String?
    let schemaVersion: Int
    let engineProblems: [String]
    let audits: [Area]
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let store = try await self.options.open()
    let check = try await store.check()
    try await store.close()
    let wraps = try await self.keyWraps()
    let report = Report(
      isSound: check.isSound, isSealed: wraps != nil, recoveryKey: wraps?.recovery?.keyID,
      schemaVersion: check.schemaVersion, engineProblems: check.engineProblems,
      audits: check.audits.map {
        Report.Area(
          area: $0.area.rawValue, entries: $0.head.sequence, firstBreak: $0.firstBreak?.description)
      })
    if self.json {
      try Output.json(report)
    } else {
      Output.line("schema version \(report.schemaVersion)")
      Output.line(
        report.engineProblems.isEmpty
          ? "pages, rules and references: in order" : report.engineProblems.joined(separator: "\n"))
      if let wraps { Output.line("sealed; \(wraps.advice)") }
      for audit in report.audits {
        Output.line(
          "audit of \(audit.area): \(audit.firstBreak ?? "\(audit.entries) entries, every link holds")")
      }
    }
    guard report.isSound else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }

  private func keyWraps() async throws -> KeyWraps? {
    guard case .file(let path) = try self.options.location() else { return nil }
    return try await StoreSealing.keyWraps(of: path)
  }
}
