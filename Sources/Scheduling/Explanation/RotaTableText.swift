// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaTable {
  /// One person's week as lines: the hours, then every entry of every day.
  ///
  ///     Practitioner 1 (practitioner): visits 18 h 20, travel 3 h 05
  ///       Mon 30 Nov, 08:30 to 16:30
  ///         08:45-09:00  travel to A nursery
  ///         09:00-09:40  group at A nursery, with Therapist 2  [v1]
  ///
  /// A visit's id has a line of its own where it would not fit in 80 columns. Days off are left out. Empty when the
  /// person is not on the rota.
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
        lines += timeline.entries.filter { $0.activity != .wait }.flatMap { self.lines(of: $0) }.map { "    \($0)" }
      }
    }
    return lines
  }

  /// The week as a grid, a row a person and a column a day.
  ///
  /// Where a column has 20 characters, each visit and break has a line; where it has fewer, the visits one after
  /// another at a place stand under its name, two starts a line.
  ///
  /// - Parameter width: Characters a line has room for. Columns have 11 at least, so that a week of five days fits in
  ///   80 and more days need more.
  public func grid(width: Int = 80) -> [String] {
    let days = self.dayNames.count
    let first = min(24, max(12, width / 6))
    let column = min(40, max(11, days == 0 ? 0 : (width - first) / days - 1))
    let widths = [first] + self.dayNames.map { _ in column }
    let rule = widths.map { String(repeating: "-", count: $0) }.joined(separator: "+")
    var lines = [self.joined([""] + self.dayNames, widths), rule]
    for row in self.rows {
      let sums = ["visits \(compact(row.visitMinutes))", "travel \(compact(row.travelMinutes))"]
      let columns = [Self.wrapped(row.name, first) + sums] + row.cells.map { self.cellLines($0, width: column) }
      for line in 0..<(columns.map(\.count).max() ?? 0) {
        lines.append(self.joined(columns.map { $0.indices.contains(line) ? $0[line] : "" }, widths))
      }
      lines.append(rule)
    }
    return lines
  }

  private func cellLines(_ cell: Cell, width: Int) -> [String] {
    switch cell {
    case .off: return ["-"]
    case .free: return ["no visits"]
    case .working(let timeline):
      return self.stops(of: timeline, width: width) + ["travel \(compact(timeline.travelMinutes))"]
    }
  }

  private func stops(of timeline: DayTimeline, width: Int) -> [String] {
    var (lines, last): ([String], PlaceID?) = ([], nil)
    for entry in timeline.entries {
      let start = RotaProblem.clock(entry.start)
      switch entry.activity {
      case .visit(_, let place, _, _) where width >= 20: lines.append("\(start) \(self.placeName(place))")
      case .visit(_, let place, _, _) where place == last && lines.last?.count == 5:
        lines[lines.count - 1] += " \(start)"
      case .visit(_, let place, _, _):
        lines += place == last ? [start] : [self.placeName(place), start]
        last = place
      case .rest:
        lines.append("\(start) break")
        last = nil
      case .travel, .wait: break
      }
    }
    return lines
  }

  /// The text in lines of at most `width` characters where its words allow, two at most.
  private static func wrapped(_ text: String, _ width: Int) -> [String] {
    guard text.count > width, let space = text.prefix(width + 1).lastIndex(of: " ") else { return [text] }
    return [String(text[..<space]), String(text[text.index(after: space)...])]
  }

  private func lines(of entry: DayTimeline.Entry) -> [String] {
    let when = "\(RotaProblem.clock(entry.start))-\(RotaProblem.clock(entry.end))"
    switch entry.activity {
    case .travel(_, let to): return ["\(when)  travel to \(self.placeName(to))"]
    case .rest: return ["\(when)  break"]
    case .wait: return ["\(when)  wait"]
    case .visit(let id, let place, let kind, let others):
      let what = kind.isEmpty ? "visit" : kind
      let with = others.map { self.staffName($0) }.joined(separator: " and ")
      let line = "\(when)  \(what) at \(self.placeName(place))" + (with.isEmpty ? "" : ", with \(with)")
      let mark = "[\(id)]"
      guard line.count + 2 + mark.count > 76 else { return ["\(line)  \(mark)"] }
      return [line, String(repeating: " ", count: when.count + 2) + mark]
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
    var line = padded.joined(separator: "|")
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// `18 h 20`
private func hours(_ minutes: Int) -> String { "\(minutes / 60) h \(padded(minutes % 60, to: 2))" }

/// `18h20`
private func compact(_ minutes: Int) -> String { "\(minutes / 60)h\(padded(minutes % 60, to: 2))" }
