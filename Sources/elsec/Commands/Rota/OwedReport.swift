// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// What a rota leaves owed at its week's end, for printing.
struct OwedReport: Encodable {
  struct Line: Encodable {
    let series: String?
    let setting: String
    let what: String
    let sessions: Int
    let since: String
    let holdBy: String?
    let price: Int
    let askedAgain: Bool
    let pastEnd: Bool
    let leftOut: [String]
  }

  let sessions: Int
  let price: Int
  let pastEnd: Int
  let lines: [Line]

  init(_ owed: OwedAtWeekEnd) {
    self.sessions = owed.sessions
    self.price = owed.price
    self.pastEnd = owed.pastEnd
    self.lines = owed.lines.map { line in
      Line(
        series: line.series?.rawValue, setting: line.setting.rawValue, what: line.title, sessions: line.sessions,
        since: "\(line.since)", holdBy: line.holdBy.map { "\($0)" }, price: line.price,
        askedAgain: line.isAskedAgain, pastEnd: line.isPastEnd, leftOut: line.leftOut.map(\.rawValue))
    }
  }

  /// One line for all, then the dearest; nothing when nothing is owed.
  func words(showing most: Int = .max) -> [String] {
    guard !self.lines.isEmpty else { return [] }
    let lost = self.pastEnd > 0 ? "; \(self.pastEnd) past the end of their course" : ""
    let more = self.lines.count > most ? ["  … and \(self.lines.count - most) more"] : []
    return ["owed at the week's end: \(self.sessions), price \(self.price)\(lost)"]
      + self.lines.prefix(most).map { "  \(Self.words($0))" } + more
  }

  private static func words(_ line: Line) -> String {
    let what = line.series.map { "\(line.what), \($0)" } ?? "\(line.what) at \(line.setting), \(line.leftOut.joined())"
    let count = counted(line.sessions, "session")
    if line.pastEnd { return "\(what): \(count) can no longer be held" }
    let by = line.holdBy.map { ", to be held by \($0)" } ?? ""
    let again = line.askedAgain ? "" : ", not asked for again by itself"
    return "\(what): \(line.series == nil ? "" : "\(count) ")since \(line.since)\(by), price \(line.price)\(again)"
  }
}
