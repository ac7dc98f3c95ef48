// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

extension SchoolCalendar {
  /// The calendar as the entries that are kept of it, under the ids that the same entries of a CSV have.
  func entries(source: String) -> [CalendarEntryRecord] {
    let source = source.split(separator: "/").last.map(String.init) ?? source
    func entry(
      _ kind: CalendarKind, _ days: ClosedRange<CivilDate>, _ title: String, at setting: SettingID? = nil
    ) -> CalendarEntryRecord {
      CalendarEntryRecord(
        id: "\(kind.rawValue) \(days.lowerBound) \(setting?.rawValue ?? "")", kind: kind, from: days.lowerBound,
        to: days.upperBound, title: title, setting: setting, source: source)
    }
    var entries = self.bankHolidays.map { entry(.bankHoliday, $0.date...$0.date, $0.name) }
    for term in self.terms {
      let name = term.term.rawValue.prefix(1).uppercased() + term.term.rawValue.dropFirst()
      entries.append(entry(.term, term.days, "\(name) term"))
      if let half = term.halfTerm { entries.append(entry(.halfTerm, half, "\(name) half-term")) }
    }
    for day in self.insetDays {
      guard let settings = day.settings else {
        entries.append(entry(.inset, day.date...day.date, "INSET day"))
        continue
      }
      entries += settings.sorted().map { entry(.inset, day.date...day.date, "INSET day", at: $0) }
    }
    return entries + self.closures.map { entry(.closure, $0.days, $0.reason, at: $0.setting) }
  }
}
