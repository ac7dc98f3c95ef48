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
    if members.count < programme.groupSize.lowerBound {
      self.note(
        "\(programme.title): \(members.count) of at least \(programme.groupSize.lowerBound) children are left; "
          + "the course goes on",
        at: setting,
        run.series
      )
    }
    self.add(run.series, run.bucket, programme, members, started: started, held: held)
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
      self.add(
        self.freeSeries(bucket, taken),
        bucket,
        programme,
        Array(rest.prefix(size)),
        started: self.inputs.week,
        held: 0
      )
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

  private mutating func add(
    _ series: SeriesID,
    _ bucket: Bucket,
    _ programme: Programme,
    _ children: [DemandInputs.Child],
    started: SchoolWeek,
    held: Int
  ) {
    let before = self.inputs.calendar.schoolWeeks(
      from: started,
      through: self.inputs.week.adding(weeks: -1),
      at: bucket.setting
    ).count
    let group = DemandGroup(
      series: series,
      setting: bucket.setting,
      programme: programme.id,
      tier: bucket.tier,
      started: started,
      weekNumber: before + 1,
      sessionsHeld: held,
      missed: max(0, min(before * programme.sessionsAWeek, programme.sessions) - held),
      children: children.map(\.id).sorted()
    )
    self.groups.append(group)
    self.deriveSessions(of: group, programme, unassessed: Set(children.filter { !$0.isAssessed }.map(\.id)))
  }
}

extension DemandInputs.Child {
  /// A child whose group has met needs no assessment before its first session.
  var isAssessed: Bool { self.progress.map { $0.isAssessed || $0.sessionsHeld > 0 } ?? false }
}
