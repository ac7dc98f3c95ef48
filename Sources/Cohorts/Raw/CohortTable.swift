// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The true counts of a summary. They cannot be read or printed outside this package's disclosure control:
/// ``release(under:asAt:area:after:hashing:salt:)`` is the only way out.
public struct CohortTable: Sendable {
  package let spec: SummarySpec
  package let shape: TableShape
  /// By ``TableShape`` cell.
  package let counts: [Int]
  /// Who is counted in each row: one key for each child's screening, sorted.
  package let recordsByRow: [[String]]
  /// Whether every group holds the same children at baseline and at follow-up.
  package let phasesSharePopulation: Bool

  /// - Throws: `cohort.unknown-band` for a band the summary does not declare, `cohort.duplicate-child` when
  ///   a child stands in two rows of one phase (two screeners or terms in one table).
  public init(rows: [CohortRow], spec: SummarySpec) throws {
    let rows = rows.filter(spec.filter.admits)
    let groupings = spec.groupings
    let phases = ScreeningPhase.allCases.filter { phase in
      phase == .baseline || rows.contains { $0.phase == phase }
    }
    let orders = groupings.map { dimension in
      Dictionary(rows.map { dimension.group(of: $0) }, uniquingKeysWith: { first, _ in first })
    }
    let keys = orders.map { $0.keys.sorted() }
    let axes =
      zip(groupings, zip(keys, orders)).map { dimension, groups in
        TableAxis.groups(dimension.label, Self.distinct(groups.0.map { groups.1[$0] ?? $0 }))
      } + [.outcomes(spec.bands)]
    let shape = TableShape(phases: phases, axes: axes)

    var counts = [Int](repeating: 0, count: shape.cellCount)
    var records = [[String]](repeating: [], count: shape.rowCount)
    var children = records
    var seen: Set<String> = []
    for row in rows {
      guard seen.insert("\(row.phase.rawValue)\u{1F}\(row.child)").inserted else {
        throw Fault(
          .duplicateChild,
          "a child is counted twice at \(row.phase.label.lowercased())",
          maybe: "filter by one screener and one term"
        )
      }
      let places = zip(groupings, keys).map { dimension, keys in
        [0, 1 + (keys.firstIndex(of: dimension.group(of: row).order) ?? 0)]
      }
      let columns = try Self.columns(of: row.outcome, bands: spec.bands)
      let start = (phases.firstIndex(of: row.phase) ?? 0) * shape.cellsInPhase / shape.columns
      let record = [row.child, row.screener, row.term, row.phase.rawValue].joined(separator: "\u{1F}")
      for within in Self.rows(places, shape) {
        records[start + within].append(record)
        children[start + within].append(row.child)
        for column in columns { counts[shape.cell(row: start + within, column: column)] += 1 }
      }
    }
    self.spec = spec
    self.shape = shape
    self.counts = counts
    self.recordsByRow = records.map { $0.sorted() }
    let half = shape.rowCount / phases.count
    self.phasesSharePopulation =
      phases.count == 2
      && (0..<half).allSatisfy { Set(children[$0]) == Set(children[half + $0]) }
  }

  /// Makes a table from true leaf counts; for tests and for tables that are not made of children's rows.
  package init(spec: SummarySpec, shape: TableShape, leaves: [Int: Int], phasesSharePopulation: Bool = false) {
    var counts = [Int](repeating: 0, count: shape.cellCount)
    let wholes = Dictionary(
      grouping: shape.sums.flatMap { sum in sum.parts.map { ($0, sum.whole) } },
      by: \.0
    )
    for (leaf, count) in leaves where shape.isLeaf(leaf) {
      var reached: Set<Int> = [leaf]
      var ahead = [leaf]
      while let cell = ahead.popLast() {
        counts[cell] += count
        for (_, whole) in wholes[cell] ?? [] where reached.insert(whole).inserted { ahead.append(whole) }
      }
    }
    self.spec = spec
    self.shape = shape
    self.counts = counts
    self.recordsByRow = [[String]](repeating: [], count: shape.rowCount)
    self.phasesSharePopulation = phasesSharePopulation
  }

  private static func columns(of outcome: Outcome, bands: [String]) throws -> [Int] {
    switch outcome {
    case .notScreened: return [TableShape.eligible, TableShape.notScreened]
    case .notNormed: return [TableShape.eligible, TableShape.screened, TableShape.firstBand + bands.count]
    case .band(let band):
      guard let index = bands.firstIndex(of: band) else {
        throw Fault(
          .unknownBand,
          "a row has a band that the summary does not declare",
          maybe: "filter by the screener whose bands are \(bands.joined(separator: ", "))"
        )
      }
      return [TableShape.eligible, TableShape.screened, TableShape.firstBand + index]
    }
  }

  /// Row numbers, within a phase, of every combination of one place from each axis.
  private static func rows(_ places: [[Int]], _ shape: TableShape) -> [Int] {
    zip(places, shape.axes).reduce([0]) { rows, next in
      rows.flatMap { row in next.0.map { row * next.1.nodes.count + $0 } }
    }
  }

  /// Labels with a number after the second and later of a kind, so that no two groups print alike.
  private static func distinct(_ labels: [String]) -> [String] {
    var seen: [String: Int] = [:]
    return labels.map { label in
      seen[label, default: 0] += 1
      let times = seen[label] ?? 1
      return times == 1 ? label : "\(label) (\(times))"
    }
  }
}

extension CohortTable: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// Says what it is and no number.
  public var description: String { "an unreleased cohort table (not printed)" }
  public var debugDescription: String { self.description }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
