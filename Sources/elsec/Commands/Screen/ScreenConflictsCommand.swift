// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Service
import Storage
import Vocabulary

struct ScreenConflictsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "conflicts", abstract: "Records from devices that wait for a decision, and deciding.",
    discussion: """
      Two people saw the same child, or corrected the same screening, away from the service: the first to arrive stands, \
      the other is kept aside here. --take puts it in the other's place, as an amendment that says why; --drop leaves the \
      other standing. Nothing is thrown away either way. Records that are held wait for what they build on.
      """)

  struct Line: Encodable {
    let record: String
    let kind: String
    let state: String
    let child: String
    let by: String
    let device: String
    let madeAt: String
    let receivedAt: String
    let contradicts: String?
    let heldFor: String?
    let body: String?

    init(_ record: ReceivedRecord) {
      self.record = record.id
      self.kind = record.kind.rawValue
      self.state = record.state.rawValue
      self.child = record.child.rawValue
      self.by = record.by
      self.device = record.device
      // The device's clock, put right by what it was off at its last contact.
      self.madeAt = "\(record.madeAt.adding(.milliseconds(-record.clockAhead)))"
      self.receivedAt = "\(record.receivedAt)"
      self.contradicts = record.contradicts?.rawValue
      self.heldFor = record.state == .held ? record.parent?.rawValue : nil
      self.body = record.body
    }
  }

  @Argument(help: "The record to decide on.")
  var record: String?
  @Flag(help: "It is right: put it in the other's place.")
  var take = false
  @Flag(help: "The other is right.")
  var drop = false
  @Option(help: "Why.")
  var reason: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON, with what each record says.")
  var json = false

  func validate() throws {
    guard (self.take || self.drop) == (self.record != nil), !(self.take && self.drop) else {
      throw ValidationError("to decide, name the record and --take or --drop")
    }
    guard self.record == nil || self.reason != nil else { throw ValidationError("say why with --reason") }
  }

  func run() async throws {
    if let record = self.record {
      let decided = try await self.options.session(for: "screen conflicts") {
        try await DecideReceived.run(
          .init(
            record: record, choice: self.take ? .take : .drop, reason: self.reason ?? "", reading: SentBody.read),
          in: $0.practice, as: $0.person)
      }
      if self.json { return try Output.json(Line(decided)) }
      return Output.line("\(decided.id) is \(decided.state.rawValue), by \(decided.decidedBy ?? "")")
    }
    let waiting = try await self.options.session(for: "screen conflicts") {
      try await ListWaiting.run((), in: $0.practice, as: $0.person)
    }
    let lines = waiting.map(Line.init)
    if self.json { return try Output.json(lines) }
    guard !lines.isEmpty else { return Output.line("nothing waits") }
    var table = TextTable([
      ("record", .left), ("kind", .left), ("state", .left), ("child", .left), ("by", .left), ("made", .left),
      ("waits for or contradicts", .left),
    ])
    for line in lines {
      table.add(
        line.record, line.kind, line.state, line.child, line.by, line.madeAt, line.contradicts ?? line.heldFor ?? "")
    }
    Output.write(table.text)
  }
}
