// SPDX-License-Identifier: Apache-2.0

public import Handlers
public import Storage
public import StrictJSON
public import Vocabulary

/// The service as a device talks to it by `sync.push` and `sync.pull`, whatever carries the calls.
public struct WirePeer: SyncPeer {
  public typealias Call = @Sendable (_ method: String, _ params: JSONObject) async throws -> JSONValue

  private let device: String
  private let clockAhead: Int
  private let newID: @Sendable () -> String
  private let call: Call

  /// - Parameters:
  ///   - device: what the device calls itself.
  ///   - clockAhead: by how many milliseconds its clock is ahead of the service's.
  ///   - newID: makes a UUIDv7.
  ///   - call: throws a `Fault` for what was refused or could not be asked.
  public init(
    device: String, clockAhead: Int, newID: @escaping @Sendable () -> String, call: @escaping Call
  ) {
    self.device = device
    self.clockAhead = clockAhead
    self.newID = newID
    self.call = call
  }

  public func push(_ records: [UnsentRecord]) async throws -> [OutboxRecord.Said] {
    let sent = records.map { record in
      JSONValue.members([
        "id": .text(record.id), "kind": .text(record.kind.rawValue), "madeAt": .text("\(record.madeAt)"),
        "body": SentBody.json(record),
      ])
    }
    let reply = try await self.call(
      PushRecords.name,
      [
        "device": .text(self.device), "clockAhead": .whole(self.clockAhead), "records": .list(sent),
        "key": .text(self.newID()),
      ])
    return try Self.readable {
      let answers = try JSONMembers(reply, code: .syncAnswers).objects("answers")
      return try zip(records, answers).map { record, answer in
        OutboxRecord.Said(
          id: record.id, kind: record.kind, state: try Self.state(try answer.text("status")),
          code: try answer.optionalText("code"))
      }
    }
  }

  private static func state(_ status: String) throws -> OutboxRecord.State {
    switch status {
    case "stored", "duplicate": return .sent
    case "held": return .held
    case "conflict": return .conflict
    case "rejected": return .rejected
    default: throw Fault(.syncAnswers, "the service gave an answer that is not known here")
    }
  }

  public func pull(cursor: String?, settings: [SettingID], again: [ChildID]) async throws -> FetchedRecords {
    var params = JSONObject()
    params["cursor"] = cursor.map { .text($0) }
    if !settings.isEmpty { params["settings"] = .texts(settings.map(\.rawValue)) }
    if !again.isEmpty { params["again"] = .texts(again.map(\.rawValue)) }
    let reply = try await self.call(PullRecords.name, params)
    return try Self.readable { try FetchedReply.read(reply) }
  }

  /// Whatever of an answer can't be read is no fault of what a person typed here.
  private static func readable<Value>(_ body: () throws -> Value) throws -> Value {
    do { return try body() } catch let fault as Fault {
      throw Fault(
        .syncAnswers, "an answer of the service can't be read: \(fault.message)", at: fault.place,
        maybe: "ask whoever runs the service which version it is, and bring this program up to date", cause: fault)
    }
  }
}
