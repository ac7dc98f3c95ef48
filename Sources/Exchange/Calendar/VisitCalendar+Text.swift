// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension VisitCalendar {
  /// The file: UTF-8, lines ended by CRLF and folded at 75 octets.
  public var text: String {
    var lines = [
      "BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//elsec//rota//EN", "CALSCALE:GREGORIAN", "METHOD:PUBLISH",
      "X-WR-CALNAME:\(Self.escaped(self.name))", "X-WR-TIMEZONE:Europe/London",
    ]
    lines += Self.londonTimeZone
    for event in self.events { lines += self.lines(of: event) }
    lines.append("END:VCALENDAR")
    return lines.map { Self.folded($0) + "\r\n" }.joined()
  }

  private func lines(of event: Event) -> [String] {
    let what = event.kind.isEmpty || event.place.isEmpty ? event.kind + event.place : "\(event.kind), \(event.place)"
    var lines = [
      "BEGIN:VEVENT",
      "UID:\(self.uid(of: event))",
      "DTSTAMP:\(Self.utc(self.stamp))",
      "LAST-MODIFIED:\(Self.utc(event.changed ?? self.stamp))",
      "SEQUENCE:\(max(0, event.sequence))",
      "ORGANIZER;CN=\(Self.parameter(self.organizer)):invalid:nomail",
      "DTSTART;TZID=Europe/London:\(Self.local(event.date, event.start))",
      "DTEND;TZID=Europe/London:\(Self.local(event.date, event.start + max(0, event.minutes)))",
      "SUMMARY:\(Self.escaped((event.isCancelled ? "Cancelled: " : "") + what))",
    ]
    if !event.place.isEmpty { lines.append("LOCATION:\(Self.escaped(event.place))") }
    if let coordinate = event.coordinate {
      lines.append("GEO:\(Self.degrees(coordinate.latitude));\(Self.degrees(coordinate.longitude))")
    }
    let joint = event.with.isEmpty ? "" : "\nwith \(event.with.joined(separator: ", "))"
    lines.append("DESCRIPTION:\(Self.escaped("\(event.minutes) minutes\(joint)"))")
    lines.append("STATUS:\(event.isCancelled ? "CANCELLED" : "CONFIRMED")")
    lines.append("END:VEVENT")
    return lines
  }

  /// Visit and person, or day and person; the last full stop stands before the person. Breaks have a domain of their
  /// own, so that no id of a visit can name one.
  private func uid(of event: Event) -> String {
    let staff = Self.plain(self.staff.rawValue).split(separator: ".", omittingEmptySubsequences: false)
      .joined(separator: "=2e")
    guard let visit = event.visit else { return "\(event.date).\(staff)@breaks.rota.elsec.invalid" }
    return "\(Self.plain(visit.rawValue)).\(staff)@rota.elsec.invalid"
  }

  /// Section 3.2: a quoted parameter value, in which quotation marks and control characters may not stand.
  private static func parameter(_ text: String) -> String {
    let plain = text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F && $0 != "\"" }
    return "\"\(String(String.UnicodeScalarView(plain)))\""
  }

  /// The rule since 1996 (The Summer Time Order 2002): forward at 01:00 on the last Sunday of March, back
  /// at 02:00 on the last Sunday of October.
  private static let londonTimeZone = [
    "BEGIN:VTIMEZONE", "TZID:Europe/London", "BEGIN:DAYLIGHT", "TZNAME:BST", "TZOFFSETFROM:+0000",
    "TZOFFSETTO:+0100", "DTSTART:19960331T010000", "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU", "END:DAYLIGHT",
    "BEGIN:STANDARD", "TZNAME:GMT", "TZOFFSETFROM:+0100", "TZOFFSETTO:+0000", "DTSTART:19961027T020000",
    "RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU", "END:STANDARD", "END:VTIMEZONE",
  ]

  /// Section 3.3.11: backslash, semicolon, comma and line ends; other control characters are dropped.
  static func escaped(_ text: String) -> String {
    var escaped = ""
    for scalar in text.replacingCRLF.unicodeScalars {
      switch scalar {
      case "\\": escaped += "\\\\"
      case ";": escaped += "\\;"
      case ",": escaped += "\\,"
      case "\n", "\r": escaped += "\\n"
      case "\t": escaped.unicodeScalars.append(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: break
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }

  /// Section 3.1: no line longer than 75 octets; the rest goes on the next, after a space. No character is
  /// cut in two.
  static func folded(_ line: String) -> String {
    var folded = ""
    var octets = 0
    for scalar in line.unicodeScalars {
      let width = UTF8.width(scalar)
      if octets + width > 75 {
        folded += "\r\n "
        octets = 1
      }
      folded.unicodeScalars.append(scalar)
      octets += width
    }
    return folded
  }

  /// Letters, digits and `-._~` as they are, any other byte as `=` and two hexadecimal digits: different
  /// ids stay different, and nothing needs escaping.
  private static func plain(_ id: String) -> String {
    var plain = ""
    for byte in id.utf8 {
      switch byte {
      case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E:
        plain.unicodeScalars.append(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 16)
        plain += digits.utf8.count == 1 ? "=0\(digits)" : "=\(digits)"
      }
    }
    return plain
  }

  private static func local(_ date: CivilDate, _ minute: Int) -> String {
    let day = date.adding(days: minute / 1440)
    return "\(Self.digits(day))T\(padded(minute / 60 % 24, to: 2))\(padded(minute % 60, to: 2))00"
  }

  private static func utc(_ instant: Instant) -> String {
    let time = instant.description.utf8.filter { $0 != 0x2D && $0 != 0x3A }
    return String(decoding: time.prefix(15), as: UTF8.self) + "Z"
  }

  private static func digits(_ date: CivilDate) -> String {
    padded(date.year, to: 4) + padded(date.month, to: 2) + padded(date.day, to: 2)
  }

  /// Six decimals: about a tenth of a metre.
  private static func degrees(_ value: Double) -> String {
    let millionths = Int(value * 1_000_000 + (value < 0 ? -0.5 : 0.5))
    let sign = millionths < 0 ? "-" : ""
    let size = abs(millionths)
    return "\(sign)\(size / 1_000_000).\(padded(size % 1_000_000, to: 6))"
  }
}

extension String {
  fileprivate var replacingCRLF: String {
    var text = String.UnicodeScalarView()
    var last: Unicode.Scalar?
    for scalar in self.unicodeScalars {
      if !(scalar == "\n" && last == "\r") { text.append(scalar) }
      last = scalar
    }
    return String(text)
  }
}
