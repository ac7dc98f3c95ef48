// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Holds a new table against earlier releases: the same children must show the same numbers, and no two
/// releases may differ by so few children that subtracting one from the other tells about them.
struct DifferencingCheck {
  let policy: DisclosurePolicy
  let earlier: [ReleaseLedgerEntry]

  /// - Throws: `cohort.unsafe` when a row's children and those of an earlier row differ by 1 to as many as
  ///   the policy hides. Rows too small to show a number are left out: nothing can be subtracted from them.
  func refuseNearlyTheSame(_ rows: [[String]]) throws {
    let lines = self.earlier.flatMap(\.lines).filter { $0.records.count > self.policy.smallUpTo }
    let known = Set(lines.map(\.records))
    for row in rows where row.count > self.policy.smallUpTo && !known.contains(row) {
      let records = Set(row)
      for line in lines where abs(line.records.count - row.count) <= self.policy.smallUpTo {
        let differing = records.symmetricDifference(line.records).count
        guard !self.policy.small.contains(differing) else {
          throw Fault(
            .cohortUnsafe,
            "this table and an earlier release count nearly the same children; subtracting one from the other"
              + " would tell about the few who differ",
            maybe: "release the cohort as it stood at the earlier date, or wait for the next term's cohort"
          )
        }
      }
    }
  }

  /// The symbols that earlier releases gave for exactly the same children, by cell.
  func alreadyShown(_ rows: [[String]], shape: TableShape) -> [Int: ReleasedCell] {
    let lines = Dictionary(
      self.earlier.flatMap(\.lines).filter { !$0.records.isEmpty }.map { ($0.records, $0.shown) },
      uniquingKeysWith: { first, _ in first }
    )
    let columns = shape.axes.last?.nodes.map(\.label) ?? []
    var shown: [Int: ReleasedCell] = [:]
    for row in rows.indices {
      guard let symbols = lines[rows[row]] else { continue }
      for column in columns.indices {
        guard let symbol = symbols[columns[column]], let cell = ReleasedCell(symbol: symbol) else { continue }
        shown[shape.cell(row: row, column: column)] = cell
      }
    }
    return shown
  }

  /// - Throws: `cohort.unsafe` when a row lies wholly within an earlier row (or the other way round), and
  ///   subtracting the published numbers narrows a small count of the children in between.
  func refuseLeaks(_ shown: ShownTable, records rows: [[String]]) throws {
    let columns = shown.shape.axes.last?.nodes.map(\.label) ?? []
    let own = Set(rows)
    let lines = self.earlier.flatMap(\.lines).filter { !$0.records.isEmpty && !own.contains($0.records) }
    let known = Set(self.earlier.flatMap(\.lines).map(\.records))
    for row in rows.indices where !rows[row].isEmpty && !known.contains(rows[row]) {
      let records = Set(rows[row])
      for line in lines {
        let other = Set(line.records)
        guard records.isSubset(of: other) || other.isSubset(of: records) else { continue }
        for column in columns.indices {
          guard let symbol = line.shown[columns[column]], let before = ReleasedCell(symbol: symbol) else {
            continue
          }
          let now = shown.cells[shown.shape.cell(row: row, column: column)]
          let (part, whole) = records.count < other.count ? (now, before) : (before, now)
          let most = min(records.count, other.count)
          guard self.isSafe(part: part, whole: whole, most: most) else {
            throw Fault(
              .cohortUnsafe,
              "an earlier release holds all children of this table, or the other way round; subtracting one"
                + " from the other would narrow a hidden count",
              maybe: "put both groups in one table, which is protected as a whole"
            )
          }
        }
      }
    }
  }

  /// Whether the count of the children in between may be anything small, or cannot be small at all.
  private func isSafe(part: ReleasedCell, whole: ReleasedCell, most: Int) -> Bool {
    let inner = self.policy.readings(of: part)
    let outer = self.policy.readings(of: whole)
    let low = max(0, outer.low - (inner.high ?? most))
    guard let high = outer.high.map({ $0 - inner.low }) else {
      return low <= 1 || low > self.policy.smallUpTo
    }
    let small = self.policy.small
    return low > small.upperBound || high < small.lowerBound
      || low <= small.lowerBound && high >= small.upperBound
  }
}
