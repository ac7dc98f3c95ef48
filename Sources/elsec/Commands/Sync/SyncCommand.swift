// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct SyncCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sync", abstract: "Send what was entered offline, fetch what is assigned.",
    discussion: """
      The store of a laptop becomes its person's device at the first exchange. Every record gets an answer: sent; held \
      until what it builds on has come; in conflict, when somebody else wrote otherwise (both are kept: 'elsec screen \
      conflicts'); or rejected, and then it stays here with the reason. An exchange that is cut off loses nothing and can \
      be run again. Exit status 1 when a record was rejected or the service's audit does not fit what was kept of it.
      """)

  @OptionGroup var remote: RemoteOptions
  @Option(help: "Take along the children of this setting, by URN or EY number; may be given several times.")
  var setting: [String] = []
  @Flag(help: "Take along everyone the person may see.")
  var allSettings = false
  @Flag(help: "Go on: again when something may have changed, or after a pause when the service is away.")
  var watch = false
  @Flag(help: "Send once more what was rejected.")
  var retry = false
  @Flag(help: "Only say what is unsent and what the service said; nothing is sent.")
  var status = false
  @Flag(help: "Send although this device's clock is more than a day off.")
  var acceptClock = false
  @Flag(help: "Keep what the service says of its audit from now on, though it does not fit what was kept before.")
  var acceptAudit = false
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func validate() throws {
    guard self.setting.isEmpty || !self.allSettings else {
      throw ValidationError("give --setting or --all-settings, not both")
    }
  }

  func run() async throws {
    if self.status { return try await self.show() }
    var pause = RetryPause()
    while true {
      do {
        try await self.once()
        guard self.watch else { return }
        pause.succeeded()
      } catch let fault as Fault where self.watch && fault.code.kind == .unavailable {
        Main.report(fault)
        pause.failed()
      }
      try await Task.sleep(for: .milliseconds(pause.milliseconds(dice: Double.random(in: 0..<1))))
    }
  }

  private func show() async throws {
    let shown = try await self.options.session(for: "sync status") {
      try await ShowSync.run((), in: $0.practice, as: $0.person)
    }
    try SyncReply(report: nil, status: shown).print(asJSON: self.json)
  }

  private func once() async throws {
    let store = try await self.options.open()
    do {
      let outcome = try await DeviceExchange(
        store: store, practice: try self.options.practice(with: store), remote: self.remote,
        settings: self.allSettings ? [] : self.setting.isEmpty ? nil : self.setting.map { SettingID($0) },
        retriesRejected: self.retry, acceptsClock: self.acceptClock, acceptsAudit: self.acceptAudit
      ).run()
      try await store.close()
      for warning in outcome.warnings { Output.complain("elsec: \(warning)\n") }
      try SyncReply(report: outcome.report, status: outcome.status).print(asJSON: self.json)
      let isDoubted = outcome.warnings.contains { $0.contains("--accept-audit") }
      if !self.watch, outcome.report.rejected > 0 || isDoubted { throw ExitCode(Fault.Kind.notSo.rawValue) }
    } catch {
      try? await store.close()
      throw error
    }
  }
}

/// How long to wait until the next exchange.
struct RetryPause {
  /// Between two exchanges that went well.
  static let usual = 60_000
  private static let first = 5_000
  private static let longest = 600_000

  private var failures = 0

  mutating func succeeded() { self.failures = 0 }
  mutating func failed() { self.failures += 1 }

  /// - Parameter dice: from 0 to 1; spreads devices that lost the service together over half the pause.
  func milliseconds(dice: Double) -> Int {
    guard self.failures > 0 else { return Self.usual }
    let whole = min(Self.longest, Self.first << min(self.failures - 1, 16))
    return whole / 2 + Int(Double(whole / 2) * dice)
  }
}
