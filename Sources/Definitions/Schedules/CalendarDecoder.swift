// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Reads calendars and the bank holidays they stand on.
struct CalendarDecoder {
  let folder: String
  let findings: Findings

  func calendar(_ root: YAMLNode) -> SchoolCalendar? {
    guard let map = MapReader(root, ScheduleKeys.calendar, self.findings),
      hasFormat("calendar/1", map)
    else { return nil }
    let id = map.text("id")
    _ = map.text("title")
    checkSource(map)
    let terms = map.list("terms", self.term)
    let insetDays = map.list("inset-days", self.insetDay) ?? []
    let closures = map.list("closures", self.closure) ?? []
    let holidays = map.text("bank-holidays").flatMap { self.holidays($0, at: map.place("bank-holidays")) }
    guard let id, let terms, let holidays, self.findings.isEmpty else { return nil }
    for (index, term) in terms.enumerated() where !self.covers(holidays.covers, term.days) {
      self.findings.add(
        .definitionWrongValue,
        "the term ends on \(term.days.upperBound), and the bank holidays are known from "
          + "\(holidays.covers.lowerBound) to \(holidays.covers.upperBound)",
        at: map.list("terms")?[index].place ?? root.place,
        maybe: "add the later bank holidays first"
      )
    }
    do {
      return try SchoolCalendar(
        name: id,
        terms: terms,
        bankHolidays: holidays.days,
        insetDays: insetDays,
        closures: closures
      )
    } catch {
      self.findings.add(placed(error, in: root))
      return nil
    }
  }

  private func covers(_ outer: ClosedRange<CivilDate>, _ inner: ClosedRange<CivilDate>) -> Bool {
    outer.contains(inner.lowerBound) && outer.contains(inner.upperBound)
  }

  private func term(_ node: YAMLNode) -> SchoolCalendar.TermDates? {
    guard let map = MapReader(node, ScheduleKeys.term, self.findings) else { return nil }
    let year = map["year"].flatMap { node -> AcademicYear? in
      node.text(self.findings).flatMap { text in
        AcademicYear(text)
          ?? node.refuse(
            "an academic year",
            self.findings,
            maybe: "write two years that follow, such as 2026/27"
          )
      }
    }
    let term = map.choice("term", Term.self)
    let days = span(map)
    let halfTerm = map["half-term"].flatMap { self.halfTerm($0) }
    guard let year, let term, let days else { return nil }
    return SchoolCalendar.TermDates(year: year, term: term, days: days, halfTerm: halfTerm)
  }

  private func halfTerm(_ node: YAMLNode) -> ClosedRange<CivilDate>? {
    guard let nodes = node.list(self.findings) else { return nil }
    guard nodes.count == 2 else {
      return node.refuse(
        "the first and last day without school",
        self.findings,
        maybe: "write [2026-10-26, 2026-10-30]"
      )
    }
    guard let first = nodes[0].date(self.findings), let last = nodes[1].date(self.findings) else {
      return nil
    }
    guard first <= last else {
      return node.reject(
        "the first day, \(first), is after the last, \(last)",
        self.findings,
        maybe: "write the earlier one first"
      )
    }
    return first...last
  }

  private func insetDay(_ node: YAMLNode) -> SchoolCalendar.InsetDay? {
    guard let map = MapReader(node, ScheduleKeys.insetDay, self.findings) else { return nil }
    let settings = map.texts("settings").map { Set($0.map(SettingID.init(_:))) }
    return map.date("date").map { SchoolCalendar.InsetDay(date: $0, settings: settings) }
  }

  private func closure(_ node: YAMLNode) -> SchoolCalendar.Closure? {
    guard let map = MapReader(node, ScheduleKeys.closure, self.findings) else { return nil }
    let setting = map.text("setting")
    let days = span(map)
    let reason = map.text("reason")
    guard let setting, let days, let reason else { return nil }
    return SchoolCalendar.Closure(setting: SettingID(setting), days: days, reason: reason)
  }

  private func span(_ map: MapReader) -> ClosedRange<CivilDate>? { dateSpan(map) }

  /// The bank holidays of the file `<name>.yaml` in this folder.
  private func holidays(_ name: String, at place: Place) -> BankHolidays? {
    let path = FileBytes.join(self.folder, "\(name).yaml")
    guard !name.contains("/"), FileBytes.exists(path) else {
      self.findings.add(
        .definitionFileMissing,
        "there are no bank holidays '\(name)' beside the calendar",
        at: place,
        maybe: "name a file of this folder without .yaml"
      )
      return nil
    }
    do {
      return try BankHolidays(definition: path)
    } catch {
      if let fault = error as? Fault { self.findings.add(fault) }
      return nil
    }
  }
}
