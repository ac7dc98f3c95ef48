// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Storage
import StorageSQLite
import Vocabulary

struct StoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "store", abstract: "The file that keeps the records.",
    subcommands: [
      StoreInitCommand.self, StoreMigrateCommand.self, StoreCheckCommand.self, StoreBackupCommand.self,
      StoreRestoreCommand.self,
    ])
}

struct StoreInitCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "init", abstract: "Make an empty store.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.file()
    guard !Disk.exists(path) else {
      throw Fault(
        .storeCannotWrite, "there is a file already", at: path,
        maybe: "use it, or give another path with --store")
    }
    try await self.options.open(creating: true).close()
    Output.line("made the store \(path)")
  }
}

struct StoreMigrateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "migrate", abstract: "Bring a store made by an older elsec up to date.")

  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.file()
    guard Disk.exists(path) else {
      throw Fault(.storeUnavailable, "there is no store", at: path, maybe: "run 'elsec store init'")
    }
    let store = try await self.options.open(creating: true)
    let check = try await store.check()
    try await store.close()
    Output.line("the store has schema version \(check.schemaVersion)")
  }
}

struct StoreCheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Look a store over: its pages and references, its schema, every audit chain.",
    discussion: "Exit status 1 when anything is wrong.")

  struct Report: Encodable {
    struct Area: Encodable {
      let area: String
      let entries: Int
      let firstBreak: String?
    }

    let isSound: Bool
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
    let report = Report(
      isSound: check.isSound, schemaVersion: check.schemaVersion, engineProblems: check.engineProblems,
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
          ? "integrity_check and foreign_key_check: in order" : report.engineProblems.joined(separator: "\n"))
      for audit in report.audits {
        Output.line(
          "audit of \(audit.area): \(audit.firstBreak ?? "\(audit.entries) entries, every link holds")")
      }
    }
    guard report.isSound else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }
}

struct StoreBackupCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup", abstract: "Write a consistent copy while others go on working.")

  @Argument(help: "The copy's path; no file may be there.")
  var path: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let store = try await self.options.open()
    try await store.backup(to: self.path)
    try await store.close()
    Output.line("wrote \(self.path)")
  }
}

struct StoreRestoreCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore", abstract: "Put a backup where no store is, after looking it over.")

  @Argument(help: "The backup.")
  var backup: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let path = try self.options.file()
    try await SQLiteDriver.restore(from: self.backup, to: path)
    Output.line("restored \(path)")
  }
}
