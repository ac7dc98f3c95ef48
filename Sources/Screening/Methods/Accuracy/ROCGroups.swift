// SPDX-License-Identifier: Apache-2.0

/// Children sorted by score, equal scores together, with how many of each were affected.
struct ROCGroups {
  private struct Group {
    let score: Double
    var affected = 0
    var unaffected = 0
  }

  let affected: Int
  let unaffected: Int
  let leftOut: Int
  /// Rising by concern: the last group speaks most for a difficulty.
  private let groups: [Group]
  private let sign: Double

  init(scores: [Double?], affected: [Bool?], concern: ROCCurve.Concern) throws(NoEstimate) {
    guard scores.count == affected.count else { throw .unevenRows(row: min(scores.count, affected.count) + 1) }
    let sign = concern == .highScores ? 1.0 : -1.0
    var children: [(score: Double, affected: Bool)] = []
    children.reserveCapacity(scores.count)
    for (row, pair) in zip(scores, affected).enumerated() {
      guard let score = pair.0, let outcome = pair.1 else { continue }
      guard score.isFinite else { throw .badValue(row: row + 1) }
      children.append((sign * score, outcome))
    }
    children.sort { $0.score < $1.score }
    var groups: [Group] = []
    for child in children {
      var group = groups.last ?? Group(score: child.score)
      if group.score == child.score, !groups.isEmpty { groups.removeLast() } else { group = Group(score: child.score) }
      if child.affected { group.affected += 1 } else { group.unaffected += 1 }
      groups.append(group)
    }
    let positives = groups.reduce(0) { $0 + $1.affected }
    guard positives > 0, positives < children.count else { throw .oneGroup }
    self.affected = positives
    self.unaffected = children.count - positives
    self.leftOut = scores.count - children.count
    self.groups = groups
    self.sign = sign
  }

  /// The area and DeLong's variance S₁₀/m + S₀₁/n of it.
  ///
  /// A child's placement is the share of the other group that it beats, ties half; both variances are those of
  /// the placements. All children of one score have one placement.
  var area: (area: Double, variance: Double?) {
    let (m, n) = (Double(self.affected), Double(self.unaffected))
    var below = (affected: 0, unaffected: 0)
    var placements: [(ofAffected: Double, ofUnaffected: Double, group: Group)] = []
    placements.reserveCapacity(self.groups.count)
    var doubled = 0.0
    for group in self.groups {
      let beaten = Double(2 * below.unaffected + group.unaffected)
      let beatenBy = Double(2 * (self.affected - below.affected) - group.affected)
      placements.append((beaten / (2 * n), beatenBy / (2 * m), group))
      doubled += Double(group.affected) * beaten
      below.affected += group.affected
      below.unaffected += group.unaffected
    }
    let area = doubled / (2 * m * n)
    guard self.affected > 1, self.unaffected > 1 else { return (area, nil) }
    var (ten, one) = (0.0, 0.0)
    for placement in placements {
      let (a, u) = (placement.ofAffected - area, placement.ofUnaffected - area)
      ten += Double(placement.group.affected) * a * a
      one += Double(placement.group.unaffected) * u * u
    }
    return (area, ten / ((m - 1) * m) + one / ((n - 1) * n))
  }

  /// One cut below all scores, one between each two neighbours, one above all.
  func points(_ concern: ROCCurve.Concern) -> [ROCCurve.Point] {
    var (below, clear) = (0, 0)
    var points: [ROCCurve.Point] = []
    points.reserveCapacity(self.groups.count + 1)
    var last: Double?
    func add(_ threshold: Double) {
      points.append(
        ROCCurve.Point(
          threshold: self.sign * threshold,
          sensitivity: Double(self.affected - below) / Double(self.affected),
          specificity: Double(clear) / Double(self.unaffected)
        )
      )
    }
    for group in self.groups {
      add(last.map { $0 + (group.score - $0) / 2 } ?? -.infinity)
      below += group.affected
      clear += group.unaffected
      last = group.score
    }
    add(.infinity)
    return concern == .highScores ? points : points.reversed()
  }

  /// J·m·n, a whole number, rounded back from the shares.
  func youdenTimesCounts(_ point: ROCCurve.Point) -> Double {
    let (m, n) = (Double(self.affected), Double(self.unaffected))
    let hits = (point.sensitivity * m).rounded()
    let clear = (point.specificity * n).rounded()
    return hits * n + clear * m - m * n
  }
}
