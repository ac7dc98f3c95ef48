// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A stretch of days of the imported calendar, both ends included.
public struct CalendarEntryRecord: Sendable, Hashable {
  /// Made by the importer from the kind, the first day and the setting, so that a second import changes nothing.
  public let id: String
  public var kind: CalendarKind
  public var from: CivilDate
  public var to: CivilDate
  public var title: String
  /// `nil` for the whole area.
  public var setting: SettingID?
  public var source: String

  public init(
    id: String,
    kind: CalendarKind,
    from: CivilDate,
    to: CivilDate,
    title: String = "",
    setting: SettingID? = nil,
    source: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.from = from
    self.to = to
    self.title = title
    self.setting = setting
    self.source = source
  }
}

extension CalendarEntryRecord: TableRow {
  static let table = TableShape(
    "calendar_entry",
    key: 1,
    [
      "id", "kind", "from_day", "to_day", "title", "setting", "source",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      kind: try row.next(),
      from: try row.next(),
      to: try row.next(),
      title: try row.next(),
      setting: try row.next(),
      source: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.kind.column, self.from.column, self.to.column, self.title.column,
      self.setting.column, self.source.column,
    ]
  }
}
