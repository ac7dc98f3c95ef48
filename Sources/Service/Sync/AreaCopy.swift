// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// An area's settings and calendar as a device gets them.
enum AreaCopy {
  static let shape = Shape.object([
    Field("name", .text), Field("timeZone", .text), Field("settings", .list(of: Self.setting)),
    Field("calendar", .list(of: Self.entry)),
  ])

  private static let setting = Shape.object([
    Field("id", .text), Field("kind", .text), Field("name", .text), Field("phase", .whole, "GIAS code"),
    Field("postcode", .text, optional: true), Field("easting", .whole, optional: true),
    Field("northing", .whole, optional: true), Field("latitude", .number, optional: true),
    Field("longitude", .number, optional: true), Field("localAuthority", .text, optional: true),
    Field("pupils", .whole, optional: true), Field("rooms", .whole), Field("sessions", .text),
    Field("agreement", .text, optional: true), Field("source", .text),
  ])

  private static let entry = Shape.object([
    Field("id", .text), Field("kind", .text), Field("from", .text(.date)), Field("to", .text(.date)),
    Field("title", .text), Field("setting", .text, optional: true), Field("source", .text),
  ])

  static func of(_ area: FetchedRecords.Area) -> JSONValue {
    .members([
      "name": .text(area.name), "timeZone": .text(area.timeZone), "settings": .list(area.settings.map(Self.of)),
      "calendar": .list(area.calendar.map(Self.of)),
    ])
  }

  static func read(_ members: JSONMembers) throws -> FetchedRecords.Area {
    FetchedRecords.Area(
      name: try members.text("name"), timeZone: try members.text("timeZone"),
      settings: try members.objects("settings").map(Self.setting),
      calendar: try members.objects("calendar").map(Self.entry))
  }

  private static func of(_ setting: SettingRecord) -> JSONValue {
    .members([
      "id": .text(setting.id.rawValue), "kind": .text(setting.kind.rawValue), "name": .text(setting.name),
      "phase": .whole(setting.phase.rawValue), "postcode": setting.postcode.map { .text("\($0)") },
      "easting": setting.easting.map { .whole($0) }, "northing": setting.northing.map { .whole($0) },
      "latitude": setting.latitude.map { .real($0) }, "longitude": setting.longitude.map { .real($0) },
      "localAuthority": setting.localAuthority.map { .text("\($0)") }, "pupils": setting.pupils.map { .whole($0) },
      "rooms": .whole(setting.rooms), "sessions": .text(setting.sessions),
      "agreement": setting.agreement.map { .text($0) }, "source": .text(setting.source),
    ])
  }

  private static func setting(_ members: JSONMembers) throws -> SettingRecord {
    SettingRecord(
      id: try members.id("id"), kind: try members.named("kind"), name: try members.text("name"),
      phase: try members.made("phase", try members.whole("phase"), "a phase's GIAS code") { Phase(rawValue: $0) },
      postcode: try members.optionalText("postcode").map { text in
        try members.made("postcode", text, "a postcode") { Postcode($0) }
      },
      easting: try members.optionalWhole("easting"), northing: try members.optionalWhole("northing"),
      latitude: members.value("latitude")?.number?.double, longitude: members.value("longitude")?.number?.double,
      localAuthority: try members.optionalText("localAuthority").map { text in
        try members.made("localAuthority", text, "a local authority's code") { LACode($0) }
      },
      pupils: try members.optionalWhole("pupils"), rooms: try members.whole("rooms"),
      sessions: try members.text("sessions"), agreement: try members.optionalText("agreement"),
      source: try members.text("source"))
  }

  private static func of(_ entry: CalendarEntryRecord) -> JSONValue {
    .members([
      "id": .text(entry.id), "kind": .text(entry.kind.rawValue), "from": .text("\(entry.from)"),
      "to": .text("\(entry.to)"), "title": .text(entry.title), "setting": entry.setting.map { .text($0.rawValue) },
      "source": .text(entry.source),
    ])
  }

  private static func entry(_ members: JSONMembers) throws -> CalendarEntryRecord {
    CalendarEntryRecord(
      id: try members.text("id"), kind: try members.named("kind"), from: try members.date("from"),
      to: try members.date("to"), title: try members.text("title"), setting: try members.optionalID("setting"),
      source: try members.text("source"))
  }
}
