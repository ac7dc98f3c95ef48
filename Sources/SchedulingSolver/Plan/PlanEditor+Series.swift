// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// What the placed visits of a series mean for one more of it, worked out once for all its candidates.
struct SeriesView {
  /// Bumped for every view; a day or person is marked when its mark equals it.
  var epoch = 0
  /// By day: marked where the gap rule forbids it.
  let blocked: Ints
  /// By person: marked where they alone hold a placed visit of the series.
  let holds: Ints
  /// Points for anyone not marked; `DenseProblem.never` where the rules forbid others.
  var otherPoints = 0
  var isEmpty = true
}

extension PlanEditor {
  /// Turns the view to the series of `visit`, a visit of one person that is not placed.
  mutating func viewSeries(of visit: Int) {
    let series = self.problem.series[visit]
    self.seriesView.isEmpty = true
    guard series >= 0 else { return }
    let (gap, mode) = (self.problem.seriesGap[series], self.problem.seriesMode[series])
    if self.seriesView.epoch == Int(Int32.max) {
      self.seriesView.blocked.fill(0)
      self.seriesView.holds.fill(0)
      self.seriesView.epoch = 0
    }
    self.seriesView.epoch &+= 1
    self.seriesView.otherPoints = 0
    let epoch = self.seriesView.epoch
    var (lists, only) = (0, -1)
    for index in self.problem.seriesRange[series]..<self.problem.seriesRange[series &+ 1] {
      let other = self.problem.seriesMember[index]
      guard other != visit, self.isPlaced(other) else { continue }
      self.seriesView.isEmpty = false
      let day = self.plan.day[other]
      if gap > 0 {
        for near in max(0, day - gap + 1)..<min(self.problem.days, day + gap) {
          self.seriesView.blocked[near] = epoch
        }
      }
      guard mode > 0 else { continue }
      let person =
        self.problem.isJoint(other) ? -1 : self.problem.person[self.plan.holder[self.problem.slot[other]]]
      if lists == 0 || person != only { lists &+= 1 }
      only = person
      if person >= 0 { self.seriesView.holds[person] = epoch }
    }
    guard lists > 0 else { return }
    self.seriesView.otherPoints = mode == 2 ? DenseProblem.never : self.problem.weights.seriesStaff
  }

  /// What the series in view adds when `person` takes the visit alone on `day`; `DenseProblem.never` when its
  /// rules forbid that.
  @inline(__always)
  func seriesPoints(person: Int, day: Int) -> Int {
    if self.seriesView.isEmpty { return 0 }
    if self.seriesView.blocked[day] == self.seriesView.epoch { return DenseProblem.never }
    return self.seriesView.holds[person] == self.seriesView.epoch ? 0 : self.seriesView.otherPoints
  }
}
