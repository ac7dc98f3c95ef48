// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  /// Children of one setting whose tier leads to the same programme.
  struct Bucket: Hashable, Comparable {
    let setting: SettingID
    let programme: ProgrammeID
    let tier: String

    static func < (a: Self, b: Self) -> Bool {
      (a.setting, a.programme, a.tier) < (b.setting, b.programme, b.tier)
    }
  }

  /// A running group: the series, and where its children are now.
  private struct Run: Hashable, Comparable {
    let series: SeriesID
    let bucket: Bucket

    static func < (a: Self, b: Self) -> Bool { (a.series, a.bucket) < (b.series, b.bucket) }
  }

  mutating func deriveProgrammes() {
    var running: [Run: [DemandInputs.Child]] = [:]
    var waiting: [Bucket: [DemandInputs.Child]] = [:]
    for child in self.inputs.children.sorted(by: { $0.id < $1.id }) {
      switch ChildCourse(of: child, in: self.inputs.pathway) {
      case .none(let reason, let because):
        self.leaveOut(.child(child.id), at: child.setting, reason, because: because)
      case .programme(let programme, let tier, let progress):
        let bucket = Bucket(setting: child.setting, programme: programme.id, tier: tier)
        if let progress {
          running[Run(series: progress.series, bucket: bucket), default: []].append(child)
        } else {
          waiting[bucket, default: []].append(child)
        }
      }
    }
    // A series is one group: where its children have parted, most of them keep it.
    var owner: [SeriesID: Run] = [:]
    for run in running.keys.sorted() {
      guard let other = owner[run.series] else {
        owner[run.series] = run
        continue
      }
      if (running[run]?.count ?? 0) > (running[other]?.count ?? 0) { owner[run.series] = run }
    }
    for run in running.keys.sorted() {
      guard let children = running[run], let programme = self.inputs.pathway.programme(run.bucket.programme)
      else { continue }
      if owner[run.series] == run {
        self.goOn(run, programme, children)
      } else {
        waiting[run.bucket, default: []] += children
      }
    }
    let taken = Set(self.inputs.children.compactMap { $0.progress?.series })
    for bucket in waiting.keys.sorted() {
      guard let children = waiting[bucket], let programme = self.inputs.pathway.programme(bucket.programme)
      else { continue }
      self.begin(bucket, programme, children, taken)
    }
    self.suggestRoom(waiting)
  }

  /// A group that has begun keeps its children, also when few are left; more than fit are left out.
  private mutating func goOn(_ run: Run, _ programme: Programme, _ children: [DemandInputs.Child]) {
    let setting = run.bucket.setting
    for child in children.dropFirst(programme.groupSize.upperBound) {
      self.leaveOut(
        .child(child.id),
        at: setting,
        .groupFull,
        because: "the group holds at most \(programme.groupSize.upperBound) children",
        suggestion: "begin a second group"
      )
    }
    let members = Array(children.prefix(programme.groupSize.upperBound))
    guard !self.blocked(members, at: setting, programme) else { return }
    let started = members.compactMap { $0.progress?.started }.min() ?? self.inputs.week
    let held = members.compactMap { $0.progress?.sessionsHeld }.max() ?? 0
    let standing = self.standing(run.series, at: setting, programme, started: started, held: held)
    guard !standing.isClosed else {
      for child in members {
        self.leaveOut(
          .child(child.id),
          at: setting,
          .courseClosed,
          because: "\(programme.title): \(held) of \(programme.sessions) sessions held; the course was open until "
            + "\(standing.closes?.description ?? "")",
          suggestion: "decide on the child's tier again, or let courses run on for longer"
        )
      }
      return
    }
    if members.count < programme.groupSize.lowerBound {
      self.note(
        "\(programme.title): \(members.count) of at least \(programme.groupSize.lowerBound) children are left; "
          + "the course goes on",
        at: setting,
        run.series
      )
    }
    self.add(standing, run.bucket, members, lastSession: members.compactMap { $0.progress?.lastSession }.max())
  }

  private mutating func begin(
    _ bucket: Bucket,
    _ programme: Programme,
    _ children: [DemandInputs.Child],
    _ taken: Set<SeriesID>
  ) {
    let ordered = children.sorted {
      ($0.year?.number ?? 99, $0.months ?? 0, $0.id) < ($1.year?.number ?? 99, $1.months ?? 0, $1.id)
    }
    guard !self.blocked(ordered, at: bucket.setting, programme) else { return }
    let split = GroupSplit(ordered.count, into: programme.groupSize)
    var rest = ordered[...]
    for size in split.sizes {
      let standing = self.standing(
        self.freeSeries(bucket, taken),
        at: bucket.setting,
        programme,
        started: self.inputs.week,
        held: 0
      )
      self.add(standing, bucket, Array(rest.prefix(size)), lastSession: nil)
      rest = rest.dropFirst(size)
    }
    let because =
      split.sizes.isEmpty
      ? "\(programme.title) needs at least \(programme.groupSize.lowerBound) children, there "
        + (ordered.count == 1 ? "is 1" : "are \(ordered.count)")
      : "\(ordered.count) children fill \(Self.groups(split.sizes.count)) of \(programme.title); "
        + "\(split.leftOver) left over, too few for another (at least \(programme.groupSize.lowerBound))"
    for child in rest {
      self.leaveOut(.child(child.id), at: bucket.setting, .tooFewForGroup, because: because)
    }
  }

  private static func groups(_ count: Int) -> String { count == 1 ? "one group" : "\(count) groups" }

  private func freeSeries(_ bucket: Bucket, _ taken: Set<SeriesID>) -> SeriesID {
    var number = 1
    while true {
      let series = SeriesID("\(bucket.setting).\(bucket.programme).\(self.inputs.week).\(number)")
      if !taken.contains(series), !self.groups.contains(where: { $0.series == series }) { return series }
      number += 1
    }
  }

  /// Leaves all of them out when no session, or no assessment that must come first, can take place.
  private mutating func blocked(
    _ children: [DemandInputs.Child],
    at setting: SettingID,
    _ programme: Programme
  ) -> Bool {
    var obstacle = self.obstacle(at: setting, minutes: programme.minutes, slots: programme.slots)
    if obstacle == nil, let first = programme.assessFirst, children.contains(where: { !$0.isAssessed }) {
      obstacle = self.obstacle(at: setting, minutes: first.minutes, slots: first.slots)
    }
    guard let obstacle else { return false }
    for child in children {
      self.leaveOut(
        .child(child.id),
        at: setting,
        obstacle.reason,
        because: "\(programme.title): \(obstacle.because)"
      )
    }
    return true
  }

  private func standing(
    _ series: SeriesID,
    at setting: SettingID,
    _ programme: Programme,
    started: SchoolWeek,
    held: Int
  ) -> CourseStanding {
    CourseStanding(
      series,
      at: setting,
      programme,
      started: started,
      held: held,
      in: self.inputs.week,
      calendar: self.inputs.calendar,
      weekdays: self.settings[setting]?.weekdays(atLeast: programme.minutes) ?? [],
      rules: self.inputs.carryOver.catchUp
    )
  }

  private mutating func add(
    _ standing: CourseStanding,
    _ bucket: Bucket,
    _ children: [DemandInputs.Child],
    lastSession: CivilDate?
  ) {
    let group = DemandGroup(
      series: standing.series,
      setting: bucket.setting,
      programme: standing.programme.id,
      tier: bucket.tier,
      started: standing.started,
      weekNumber: standing.weekNumber,
      sessionsHeld: standing.held,
      missed: standing.owed,
      lastSession: lastSession,
      children: children.map(\.id).sorted()
    )
    self.groups.append(group)
    self.deriveSessions(of: group, standing, unassessed: Set(children.filter { !$0.isAssessed }.map(\.id)))
  }
}

extension DemandInputs.Child {
  /// A child whose group has met needs no assessment before its first session.
  var isAssessed: Bool { self.progress.map { $0.isAssessed || $0.sessionsHeld > 0 } ?? false }
}
