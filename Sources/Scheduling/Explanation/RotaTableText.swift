// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaTable {
  /// One person's week as lines: the hours, then every entry of every day.
  ///
  ///     Practitioner 1 (practitioner): visits 18 h 20, travel 3 h 05
  ///       Mon 30 Nov, 08:30 to 16:30
  ///         08:45-09:00  travel to A nursery
  ///         09:00-09:40  v1  group at A nursery, with Therapist 2
  ///
  /// Days off are left out. Empty when the person is not on the rota.
  public func lines(for staff: StaffID) -> [String] {
    guard let row = self.rows.first(where: { $0.staff == staff }) else { return [] }
    let role = row.role.isEmpty ? "" : " (\(row.role))"
    let sums = "visits \(hours(row.visitMinutes)), travel \(hours(row.travelMinutes))"
    var lines = ["\(row.name)\(role): \(sums)"]
    for (name, cell) in zip(self.dayNames, row.cells) {
      switch cell {
      case .off: continue
      case .free(let shift): lines.append("  \(name), \(self.words(shift)): no visits")
      case .working(let timeline):
        lines.append("  \(name), \(timeline.shift.map { self.words($0) } ?? "no shift")")
        lines += timeline.entries.filter { $0.activity != .wait }.map { "    \(self.line($0))" }
      }
    }
    return lines
  }

  /// The week as a grid, a row a person and a column a day, each cell one line a visit or break.
  ///
  /// - Parameter columnWidth: Characters a column, at least 12; longer texts are cut.
  public func grid(columnWidth: Int = 22) -> [String] {
    let width = max(12, columnWidth)
    let widths = [width] + self.dayNames.map { _ in width }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "-+-")
    var lines = [self.joined([""] + self.dayNames, widths), rule]
    for row in self.rows {
      let sums = "visits \(hours(row.visitMinutes))"
      let travel = "travel \(hours(row.travelMinutes))"
      let columns = [[row.name, sums, travel]] + row.cells.map { self.cellLines($0) }
      for line in 0..<(columns.map(\.count).max() ?? 0) {
        lines.append(self.joined(columns.map { $0.indices.contains(line) ? $0[line] : "" }, widths))
      }
      lines.append(rule)
    }
    return lines
  }

  private func cellLines(_ cell: Cell) -> [String] {
    switch cell {
    case .off: return ["-"]
    case .free: return ["no visits"]
    case .working(let timeline):
      let lines = timeline.entries.compactMap { entry -> String? in
        let start = RotaProblem.clock(entry.start)
        switch entry.activity {
        case .visit(_, let place, _, _): return "\(start) \(self.placeName(place))"
        case .rest: return "\(start) break"
        case .travel, .wait: return nil
        }
      }
      return lines + ["travel \(timeline.travelMinutes) min"]
    }
  }

  private func line(_ entry: DayTimeline.Entry) -> String {
    let when = "\(RotaProblem.clock(entry.start))-\(RotaProblem.clock(entry.end))"
    switch entry.activity {
    case .travel(_, let to): return "\(when)  travel to \(self.placeName(to))"
    case .rest: return "\(when)  break"
    case .wait: return "\(when)  wait"
    case .visit(let id, let place, let kind, let others):
      let what = kind.isEmpty ? "visit" : kind
      let with = others.map { self.staffName($0) }.joined(separator: " and ")
      return "\(when)  \(id)  \(what) at \(self.placeName(place))" + (with.isEmpty ? "" : ", with \(with)")
    }
  }

  private func words(_ shift: RotaProblem.Shift) -> String {
    "\(RotaProblem.clock(shift.start)) to \(RotaProblem.clock(shift.end))"
  }

  private func joined(_ cells: [String], _ widths: [Int]) -> String {
    let padded = zip(cells, widths).map { text, width in
      let cut = text.count > width ? text.prefix(width - 1) + "…" : text[...]
      return cut + String(repeating: " ", count: width - cut.count)
    }
    var line = padded.joined(separator: " | ")
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// `18 h 20`
private func hours(_ minutes: Int) -> String { "\(minutes / 60) h \(padded(minutes % 60, to: 2))" }
