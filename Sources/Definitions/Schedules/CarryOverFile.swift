// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

/// What one week hands to the next, as written in `Schedules/rules/carry-over.yaml`.
public struct CarryOverFile: Sendable, Hashable {
  public let id: String
  public let title: String
  public let priority: DemandPriority
  public let carryOver: CarryOver
}

extension CarryOverFile {
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    self = try file.value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.carryOver, findings), hasFormat("carry-over/1", map)
      else { return nil }
      let id = map.text("id")
      let title = map.text("title")
      let weeks = map.int("history-weeks", in: 1...104)
      let gap = map.choice("gap-counts", CarryOver.GapDays.self)
      let priority = map["priority"].flatMap { Self.priority($0, findings) }
      let catchUp = map["catch-up"].flatMap { Self.catchUp($0, findings) }
      let fairness = map["fairness"].flatMap { Self.fairness($0, findings) }
      guard let id, let title, let weeks, let gap, let priority, let catchUp, let fairness else { return nil }
      var carryOver = CarryOver()
      carryOver.historyWeeks = weeks
      carryOver.gapCounts = gap
      carryOver.catchUp = catchUp
      carryOver.fairness = fairness
      return CarryOverFile(id: id, title: title, priority: priority, carryOver: carryOver)
    }
  }

  private static let percent = 0...1000

  private static func priority(_ node: YAMLNode, _ findings: Findings) -> DemandPriority? {
    guard let map = MapReader(node, ScheduleKeys.priority, findings) else { return nil }
    var priority = DemandPriority()
    priority.running = map.int("running", in: Self.percent) ?? 0
    priority.missedSession = map.int("missed-session", in: Self.percent) ?? 0
    priority.mostMissed = map.int("most-missed", in: 0...100) ?? 0
    priority.lastWeeks = map.int("last-weeks", in: Self.percent) ?? 0
    priority.overdue = map.int("overdue", in: Self.percent) ?? 0
    return priority
  }

  private static func catchUp(_ node: YAMLNode, _ findings: Findings) -> CarryOver.CatchUp? {
    guard let map = MapReader(node, ScheduleKeys.catchUp, findings) else { return nil }
    var catchUp = CarryOver.CatchUp()
    catchUp.sessionsAWeek = map.int("sessions-a-week", in: 0...10) ?? 0
    catchUp.weeksOver = map.int("weeks-over", in: 0...52)
    catchUp.raiseAWeek = map.int("raise-a-week", in: Self.percent) ?? 0
    catchUp.mostRaised = map.int("most-raised", in: Self.percent) ?? 0
    catchUp.endAtRisk = map.int("end-at-risk", in: Self.percent) ?? 0
    catchUp.sessionLost = map.int("session-lost", in: Self.percent) ?? 0
    return catchUp
  }

  private static func fairness(_ node: YAMLNode, _ findings: Findings) -> CarryOver.Fairness? {
    guard let map = MapReader(node, ScheduleKeys.fairness, findings) else { return nil }
    let lastVisit = map.timeOfDay("last-visit-after")
    let home = map.timeOfDay("home-after")
    let far = map.int("far-minutes", in: 0...1440)
    let hard = map.texts("hard-settings").map { Set($0.map(SettingID.init(_:))) }
    let points = map["points"].flatMap { MapReader($0, ScheduleKeys.points, findings) }
    let tolerance = map.int("tolerance", in: 0...1_000_000)
    guard let lastVisit, let home, let far, let hard, let points, let tolerance else { return nil }
    var fairness = CarryOver.Fairness()
    fairness.lastVisitAfter = lastVisit.minute
    fairness.homeAfter = home.minute
    fairness.farMinutes = far
    fairness.hardSettings = hard
    fairness.drivePoints = points.int("drive", in: 0...10_000) ?? 0
    fairness.latePoints = points.int("late", in: 0...10_000) ?? 0
    fairness.hardPoints = points.int("hard", in: 0...10_000) ?? 0
    fairness.tolerance = tolerance
    return fairness
  }
}
