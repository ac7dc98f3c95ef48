// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

enum SyncMethods {
  static let all: [Method] = [push, pull, held, decide]

  private static let kinds = SyncKind.allCases.map(\.rawValue)

  /// One record of many. Each is looked at by itself, so the method takes any object and answers for it.
  private static let record = [
    Field("id", .text(.uuid7)), Field("kind", .oneOf(kinds)), Field("madeAt", .text), Field("body", .map(of: .any)),
  ]

  private static let push = Method.writing(
    PushRecords.self,
    "Takes in up to 500 records that were written down on a device, an answer a record. A record is {id, kind, madeAt, "
      + "body}; kinds are \(Self.kinds.joined(separator: ", ")). Sending the same again changes nothing.",
    [
      Field("device", .text, optional: true, "what the device calls itself"),
      Field("clockAhead", .whole, optional: true, "by how many milliseconds its clock is ahead of the service's"),
      Field("records", .list(of: .map(of: .any), atMost: KeepScreenings.most)),
    ],
    gives: .object([
      Field(
        "answers",
        .list(
          of: .object([
            Field("status", .oneOf(["stored", "duplicate", "held", "conflict", "rejected"])),
            Field("screening", .text, optional: true, "what it is held for, or contradicts"),
            Field("code", .text, optional: true, "of what was rejected"), Field("path", .text, optional: true),
          ])))
    ]),
    input: { call in
      .init(
        device: .init(
          name: String((try call.params.optionalText("device") ?? "").prefix(100)),
          clockAhead: try call.params.optionalWhole("clockAhead") ?? 0),
        records: try call.params.list("records").map(Self.sent), reading: SentBody.read)
    },
    output: { .members(["answers": .list($0.map(Self.answer))]) })

  private static func sent(_ value: JSONValue) -> SentRecord {
    let id = value["id"]?.text?.lowercased() ?? ""
    let kind = value["kind"]?.text.flatMap { SyncKind(rawValue: $0) } ?? .screening
    func record(_ madeAt: Instant, _ body: SentRecord.Body) -> SentRecord {
      SentRecord(
        id: id, kind: kind, madeAt: madeAt, body: body,
        text: String(decoding: (value["body"] ?? .null).bytes, as: UTF8.self))
    }
    do {
      try Shape.object(Self.record).check(value, at: "")
      let madeAt = try JSONMembers(value, code: .paramKind).instant("madeAt")
      return record(madeAt, SentBody.read(kind, id, value["body"] ?? .null))
    } catch {
      let fault = error as? Fault ?? Fault(.paramKind, "the record can't be read", cause: error)
      return record(Instant(microseconds: 0), .unreadable(fault))
    }
  }

  private static func answer(_ answer: SyncAnswer) -> JSONValue {
    let (status, screening): (String, ScreeningID?) =
      switch answer {
      case .stored: ("stored", nil)
      case .duplicate: ("duplicate", nil)
      case .held(let missing): ("held", missing)
      case .conflict(let other): ("conflict", other)
      case .rejected: ("rejected", nil)
      }
    guard case .rejected(let fault) = answer else {
      return .members(["status": .text(status), "screening": screening.map { .text($0.rawValue) }])
    }
    return .members(["status": .text(status), "code": .text(fault.code.name), "path": Self.path(of: fault)])
  }

  /// Where in the record, in names that the method itself gives.
  private static func path(of fault: Fault) -> JSONValue? {
    guard let place = fault.place else { return nil }
    let names = Self.record.map(\.name) + SyncKind.allCases.flatMap { SentBody.fields($0).map { "body.\($0.name)" } }
    return names.contains(place) ? .text(place) : nil
  }

  private static let pull = Method.reading(
    PullRecords.self,
    "The children whom the person may see with their screenings, a page at a time, then whatever changed since the cursor.",
    [
      Field("cursor", .text, optional: true, "of the last call; none = from the start"),
      Field("settings", .list(of: .text), optional: true, "whose children the device takes along; none = all"),
      Field(
        "again", .list(of: .text, atMost: PullRecords.most), optional: true,
        "children to give again whatever the cursor says"),
      Field("limit", .whole(1...PullRecords.most), optional: true),
    ],
    gives: .object(FetchedReply.fields),
    input: { call in
      .init(
        cursor: try call.params.optionalText("cursor"),
        settings: try call.params.texts("settings").map { SettingID($0) },
        again: try call.params.texts("again").map { ChildID($0) },
        limit: try call.params.optionalWhole("limit") ?? 100)
    },
    output: { FetchedReply.of($0) })

  private static let held = Method.reading(
    ListWaiting.self, "What came from devices and waits: for what it builds on, or for somebody to decide.",
    gives: .object([Field("records", .list(of: WaitingReply.shape))]),
    input: { _ in () }, output: { .members(["records": .list($0.map(WaitingReply.of))]) })

  private static let decide = Method.writing(
    DecideReceived.self, "Decides between a record and the one that it contradicts.",
    [
      Field("record", .text), Field("choice", .oneOf(DecideReceived.Choice.allCases.map(\.rawValue))),
      Field("reason", .text),
    ],
    gives: .object([Field("record", WaitingReply.shape)]), errors: [.notFound, .notValid],
    input: { call in
      .init(
        record: try call.params.text("record"), choice: try call.params.named("choice"),
        reason: try call.params.text("reason"), reading: SentBody.read)
    },
    output: { .members(["record": WaitingReply.of($0)]) })
}
