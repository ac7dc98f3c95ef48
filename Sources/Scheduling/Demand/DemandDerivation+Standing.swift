// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  /// What the manager asked for and falls in this week.
  mutating func deriveStanding() {
    for wish in self.inputs.standing.sorted(by: { $0.id < $1.id }) where wish.falls(in: self.inputs.week) {
      guard let place = self.settings[wish.setting] else {
        self.leaveOut(
          .standing(wish.id),
          at: wish.setting,
          .settingUnknown,
          because: "there is no setting '\(wish.setting)'"
        )
        continue
      }
      let times = wish.times ?? place.times
      let open = place.windows(at: times, allowsINSETDays: wish.allowsINSETDays)
      let windows = open.filter { $0.minutes >= wish.minutes }
      guard !open.isEmpty else {
        self.leaveOut(
          .standing(wish.id),
          at: wish.setting,
          .settingClosed,
          because: place.closedBecause ?? "the times asked for fall on no school day of \(self.inputs.week)"
        )
        continue
      }
      guard !windows.isEmpty else {
        self.leaveOut(
          .standing(wish.id),
          at: wish.setting,
          .noSessionLongEnough,
          because: "the longest time to be had is \(open.map(\.minutes).max() ?? 0) minutes, "
            + "\(wish.minutes) are needed"
        )
        continue
      }
      if let missing = self.cover.missing(for: wish.slots) {
        self.leaveOut(.standing(wish.id), at: wish.setting, .noOneWithSkill, because: missing)
        continue
      }
      self.visits.append(
        DemandVisit(
          id: VisitID("\(self.inputs.week).\(wish.id)"),
          setting: wish.setting,
          kind: wish.kind,
          minutes: wish.minutes,
          slots: wish.slots,
          windows: windows,
          allowsINSETDays: wish.allowsINSETDays,
          weight: wish.weight,
          preferStaff: wish.preferStaff,
          reason: "\(wish.title), asked for by the manager"
        )
      )
    }
  }
}
