// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The bank holidays of a country, and from when to when they are known.
public struct BankHolidays: Sendable, Hashable {
  public let name: String
  public let covers: ClosedRange<CivilDate>
  /// In order of date.
  public let days: [SchoolCalendar.BankHoliday]

  /// Reads `Schedules/calendars/england-bank-holidays.yaml`.
  ///
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    self = try file.value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.bankHolidays, findings),
        hasFormat("bank-holidays/1", map)
      else { return nil }
      let id = map.text("id")
      _ = map.text("title")
      checkSource(map)
      let covers = map["covers"].flatMap { node in
        MapReader(node, ScheduleKeys.span, findings).flatMap(dateSpan)
      }
      let days = map.list("days") { Self.day($0, covers, findings) }
      guard let id, let covers, let days else { return nil }
      Self.checkOrder(days, map, findings)
      return BankHolidays(name: id, covers: covers, days: days)
    }
  }

  private init(name: String, covers: ClosedRange<CivilDate>, days: [SchoolCalendar.BankHoliday]) {
    self.name = name
    self.covers = covers
    self.days = days
  }

  private static func day(
    _ node: YAMLNode,
    _ covers: ClosedRange<CivilDate>?,
    _ findings: Findings
  ) -> SchoolCalendar.BankHoliday? {
    guard let map = MapReader(node, ScheduleKeys.bankHoliday, findings) else { return nil }
    let date = map.date("date")
    let name = map.text("name")
    guard let date, let name else { return nil }
    if let covers, !covers.contains(date) {
      findings.add(
        .definitionWrongValue,
        "\(date) is outside \(covers.lowerBound) to \(covers.upperBound)",
        at: node.place,
        maybe: "correct the date, or widen 'covers'"
      )
    }
    return SchoolCalendar.BankHoliday(date: date, name: name)
  }

  private static func checkOrder(
    _ days: [SchoolCalendar.BankHoliday],
    _ map: MapReader,
    _ findings: Findings
  ) {
    for (earlier, later) in zip(days, days.dropFirst()) where later.date <= earlier.date {
      findings.add(
        .definitionWrongValue,
        "\(later.date) stands after \(earlier.date)",
        at: map.place("days"),
        maybe: "write each day once, in order of date"
      )
    }
  }
}
