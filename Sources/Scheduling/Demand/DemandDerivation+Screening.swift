// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  mutating func deriveScreening() {
    for cohort in self.inputs.cohorts.sorted(by: { $0.id < $1.id }) where !cohort.unscreened.isEmpty {
      guard let screening = self.screening(at: cohort.setting, .cohort(cohort.id)) else { continue }
      let children = cohort.unscreened.sorted()
      let (weeksLeft, isOverdue) = self.weeksLeft(cohort)
      let today = children.prefix((children.count + weeksLeft - 1) / weeksLeft)
      if today.count < children.count {
        self.note(
          "\(cohort.year.title): \(today.count) of \(children.count) children to be screened this week, "
            + "\(weeksLeft) weeks left",
          at: cohort.setting
        )
      }
      let due = cohort.finishBy.map { isOverdue ? ", due by \($0), overdue" : ", due by \($0)" } ?? ""
      self.screen(
        Array(today),
        at: cohort.setting,
        "screen",
        series: "\(cohort.setting).screen.\(cohort.id)",
        screening,
        weight: self.inputs.priority.raised(
          screening.weight,
          by: isOverdue ? self.inputs.priority.overdue : 0
        ),
        reason: "screening \(cohort.year.title), \(children.count) children left\(due)"
      )
    }
  }

  /// Children whose programme asks for another screening, and who had none since their course began.
  mutating func deriveRescreening() {
    var due: [SettingID: [ChildID]] = [:]
    for child in self.inputs.children where child.tier != nil {
      guard let progress = child.progress,
        let weeks = self.inputs.pathway.programme(progress.programme)?.rescreenAfterWeeks,
        self.inputs.week >= progress.started.adding(weeks: weeks),
        child.lastScreened.map({ $0 < progress.started.adding(weeks: 1).monday }) ?? true
      else { continue }
      due[child.setting, default: []].append(child.id)
    }
    for setting in due.keys.sorted() {
      let children = (due[setting] ?? []).sorted()
      guard let screening = self.inputs.pathway.screening else {
        self.note("\(children.count) children are due to be screened again", at: setting)
        continue
      }
      if let obstacle = self.screeningObstacle(at: setting, screening) {
        self.note("\(children.count) children are due to be screened again: \(obstacle.because)", at: setting)
        continue
      }
      self.screen(
        children,
        at: setting,
        "rescreen",
        series: "\(setting).rescreen",
        screening,
        weight: screening.weight,
        reason: "screening again after a programme, \(children.count) children"
      )
    }
  }

  /// How cohorts are screened; `nil`, with the subject left out, when they cannot be this week.
  private mutating func screening(
    at setting: SettingID,
    _ subject: NotPlaced.Subject
  ) -> Pathway.ScreeningVisits? {
    guard let screening = self.inputs.pathway.screening else {
      self.leaveOut(
        subject,
        at: setting,
        .notOffered,
        because: "the pathway '\(self.inputs.pathway.id)' plans no screening"
      )
      return nil
    }
    guard let obstacle = self.screeningObstacle(at: setting, screening) else { return screening }
    self.leaveOut(subject, at: setting, obstacle.reason, because: obstacle.because)
    return nil
  }

  private func screeningObstacle(at setting: SettingID, _ screening: Pathway.ScreeningVisits) -> Obstacle? {
    self.obstacle(
      at: setting,
      minutes: screening.setUpMinutes + screening.minutesAChild,
      slots: screening.slots
    )
  }

  /// Weeks with school from this one to the last day, at least 1; and whether that day is over.
  private func weeksLeft(_ cohort: DemandInputs.Cohort) -> (Int, isOverdue: Bool) {
    guard let finishBy = cohort.finishBy else { return (1, false) }
    let weeks = self.inputs.calendar.schoolWeeks(
      from: self.inputs.week,
      through: SchoolWeek(containing: finishBy),
      at: cohort.setting
    )
    return (max(1, weeks.count), finishBy < self.inputs.week.monday)
  }

  /// As few visits as hold the children, of about the same length.
  private mutating func screen(
    _ children: [ChildID],
    at setting: SettingID,
    _ kind: String,
    series: String,
    _ screening: Pathway.ScreeningVisits,
    weight: Int,
    reason: String
  ) {
    guard let place = self.settings[setting] else { return }
    let longest = min(screening.longestMinutes, place.longestWindow)
    let most = max(1, (longest - screening.setUpMinutes) / max(1, screening.minutesAChild))
    let visits = (children.count + most - 1) / most
    var rest = children[...]
    for number in 0..<visits {
      let size = children.count / visits + (number < children.count % visits ? 1 : 0)
      let minutes = screening.setUpMinutes + size * screening.minutesAChild
      self.visits.append(
        DemandVisit(
          id: self.id(series, number + 1),
          setting: setting,
          kind: kind,
          minutes: minutes,
          slots: screening.slots,
          windows: place.windows(atLeast: minutes),
          weight: weight,
          children: Array(rest.prefix(size)),
          reason: reason
        )
      )
      rest = rest.dropFirst(size)
    }
  }
}
