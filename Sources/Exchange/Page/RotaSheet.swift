// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A week's rota as a table of visits, one row a person and visit.
public enum RotaSheet {
  /// `date,start,end,staff,name,role,place,setting,kind,minutes,with,visit,status,reason`. Visits left out
  /// follow with the status `left out`, their reason, and no date, times or person. Written for people:
  /// see ``CSVWriter/Audience/people``.
  public static func csv(_ content: RotaPageContent) -> [UInt8] {
    var writer = CSVWriter(for: .people)
    let places = Dictionary(content.places.map { ($0.id, $0.name) }, uniquingKeysWith: { first, _ in first })
    writer.row([
      "date", "start", "end", "staff", "name", "role", "place", "setting", "kind", "minutes", "with", "visit",
      "status", "reason",
    ])
    for (index, date) in content.days.enumerated() {
      for person in content.people {
        guard index < person.days.count, let day = person.days[index] else { continue }
        for stretch in day.stretches {
          guard case .visit(let visit, let kind, let place, let others) = stretch.what else { continue }
          for cell in [date.description, clock(stretch.start), clock(stretch.end)] { writer.text(cell) }
          for cell in [person.id.rawValue, person.name, person.role] { writer.text(cell) }
          for cell in [place.rawValue, places[place] ?? "", kind] { writer.text(cell) }
          writer.number(stretch.minutes)
          for cell in [others.joined(separator: "; "), visit.rawValue, "placed", ""] { writer.text(cell) }
          writer.endRow()
        }
      }
    }
    for left in content.leftOut {
      for _ in 0..<6 { writer.empty() }
      for cell in [left.place.rawValue, places[left.place] ?? "", left.kind] { writer.text(cell) }
      writer.number(left.minutes)
      for cell in ["", left.visit.rawValue, "left out", left.reason] { writer.text(cell) }
      writer.endRow()
    }
    return writer.bytes
  }
}

/// Minutes past midnight as a clock shows them: `09:15`.
func clock(_ minute: Int) -> String { "\(padded(minute / 60, to: 2)):\(padded(minute % 60, to: 2))" }
