// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// One exchange of a device with its service: everything unsent goes out, an answer a record; then everything that changed
/// comes in. An exchange that is cut off anywhere loses nothing: the next one goes on.
public enum ExchangeRecords: Operation {
  public struct Input: Sendable {
    public let peer: any SyncPeer
    /// Records a call.
    public let batch: Int

    public init(peer: any SyncPeer, batch: Int = KeepScreenings.most) {
      self.peer = peer
      self.batch = batch
    }
  }

  public static let name = "sync"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> SyncReport {
    var report = SyncReport()
    while true {
      let unsent = try await ListUnsent.run(input.batch, in: practice, as: person)
      if unsent.isEmpty { break }
      let said = try await Self.push(unsent, to: input.peer)
      guard said.map(\.id) == unsent.map(\.id) else {
        throw Fault(
          .syncAnswers, "the service answered \(said.count) of \(unsent.count) records",
          maybe: "ask whoever runs the service which version it is")
      }
      try await KeepSyncAnswers.run(said, in: practice, as: person)
      for answer in said { report.count(answer.state) }
    }
    while true {
      let (server, again) = try await practice.store.write(as: person) { records in
        (try records.syncServer(), try records.fetchedInPart())
      }
      let fetched = try await input.peer.pull(
        cursor: server?.cursor, settings: server?.settings ?? [], again: Array(again.prefix(Self.again)))
      let kept = try await KeepFetched.run(fetched, in: practice, as: person)
      report.children += kept.children
      report.released += kept.released
      report.waiting = max(report.waiting, kept.waiting)
      if !fetched.isMore { break }
    }
    return report
  }

  private static let again = 100

  /// Sends records; where a call is refused as a whole, in halves, so that one record that nobody foresaw stands in nobody's
  /// way.
  private static func push(_ records: [UnsentRecord], to peer: any SyncPeer) async throws -> [OutboxRecord.Said] {
    do {
      return try await peer.push(records)
    } catch let fault as Fault where fault.code.kind != .unavailable && fault.code.kind != .notAllowed {
      guard records.count > 1 else {
        return records.map { .init(id: $0.id, kind: $0.kind, state: .rejected, code: fault.code.name) }
      }
      let middle = records.count / 2
      return try await self.push(Array(records[..<middle]), to: peer)
        + (try await self.push(Array(records[middle...]), to: peer))
    }
  }
}

extension SyncReport {
  fileprivate mutating func count(_ state: OutboxRecord.State) {
    switch state {
    case .sent, .fetched: self.sent += 1
    case .held: self.held += 1
    case .conflict: self.conflicts += 1
    case .rejected: self.rejected += 1
    }
  }
}

extension Fault.Code {
  /// What came back is not an answer a record.
  public static let syncAnswers = Fault.Code("sync.answers-differ", .defect)
}
