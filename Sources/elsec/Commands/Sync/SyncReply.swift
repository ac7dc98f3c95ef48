// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Vocabulary

/// What an exchange, or a look at how the device stands, prints.
struct SyncReply: Encodable {
  struct Unsettled: Encodable {
    let record: String
    let kind: String
    let state: String
    let code: String?
    let since: String
  }

  /// `nil` where nothing was exchanged.
  let exchanged: SyncReport?
  let server: String?
  let person: String?
  let lastContact: String?
  let unsent: Int
  let unsentSince: String?
  /// What the service does not simply keep.
  let unsettled: [Unsettled]

  init(report: SyncReport?, status: ShowSync.Output) {
    self.exchanged = report
    self.server = status.server?.address
    self.person = status.server?.person
    self.lastContact = status.server.map { "\($0.lastContact)" }
    self.unsent = status.unsent
    self.unsentSince = status.oldestUnsent.map { "\($0)" }
    self.unsettled = status.unsettled.map {
      Unsettled(
        record: $0.id, kind: $0.kind.rawValue, state: $0.state.rawValue, code: $0.code, since: "\($0.answeredAt)")
    }
  }

  func print(asJSON: Bool) throws {
    if asJSON { return try Output.json(self) }
    if let report = self.exchanged {
      Output.line(
        "sent \(report.sent), held \(report.held), in conflict \(report.conflicts), rejected \(report.rejected); "
          + "\(counted(report.children, "child", "children")) brought up to date, \(report.released) let go")
      if report.waiting > 0 {
        Output.line(
          "\(counted(report.waiting, "child", "children")) not brought up to date, as something of them is only here")
      }
    } else {
      Output.line(
        self.server.map { "device of \(self.person ?? "") at \($0), last contact \(self.lastContact ?? "")" }
          ?? "this store has met no service yet")
      Output.line(self.unsentSince.map { "\(self.unsent) unsent since \($0)" } ?? "nothing is unsent")
    }
    guard !self.unsettled.isEmpty else { return }
    var table = TextTable([("record", .left), ("kind", .left), ("state", .left), ("why", .left), ("since", .left)])
    for line in self.unsettled { table.add(line.record, line.kind, line.state, line.code ?? "", line.since) }
    Output.write(table.text)
  }
}
