// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension RotaRules {
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    self = try file.value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.rotaRules, findings), hasFormat("rota-rules/1", map)
      else { return nil }
      let id = map.text("id")
      let title = map.text("title")
      let step = map.int("step", in: 1...60)
      let weights = map["weights"].flatMap { Self.weights($0, findings) }
      let visitWeights = map.entries("visit-weights")?.compactMap { entry in
        entry.value.int(findings, in: 0...1_000_000).map { VisitWeight(kind: entry.key, weight: $0) }
      }
      let day = map["working-day"].flatMap { Self.workingDay($0, findings) }
      let week = map.int("week-minutes", in: 0...10_080)
      let contact = map.int("contact-minutes", in: 0...1440)
      let rest = map["break"].flatMap { Self.rest($0, findings) }
      let teaching = map.entries("teaching-hours")?.compactMap { entry in
        Self.hours(entry.value, findings).map { TeachingHours(phase: entry.key, hours: $0) }
      }
      guard let id, let title, let step, let weights, let visitWeights, let day, let week, let contact,
        let rest,
        let teaching
      else { return nil }
      return RotaRules(
        id: id,
        title: title,
        step: step,
        weights: weights,
        visitWeights: visitWeights,
        workingDay: day,
        weekMinutes: week,
        contactMinutes: contact,
        rest: rest,
        teachingHours: teaching
      )
    }
  }

  private static func weights(_ node: YAMLNode, _ findings: Findings) -> RotaProblem.Weights? {
    guard let map = MapReader(node, ScheduleKeys.weights, findings) else { return nil }
    func weight(_ key: String) -> Int { map.int(key, in: 0...1_000_000) ?? 0 }
    var weights = RotaProblem.Weights()
    weights.travel = weight("travel")
    weights.preferStaff = weight("prefer-staff")
    weights.seriesStaff = weight("series-staff")
    weights.preferWindow = weight("prefer-window")
    weights.balance = weight("balance")
    weights.changedStaff = weight("changed-staff")
    weights.changedDay = weight("changed-day")
    weights.changedStart = weight("changed-start")
    weights.shift = weight("shift")
    return weights
  }

  private static func workingDay(_ node: YAMLNode, _ findings: Findings) -> Hours? {
    guard let map = MapReader(node, ScheduleKeys.workingDay, findings) else { return nil }
    return Self.hours(map.timeOfDay("start"), map.timeOfDay("end"), node, findings)
  }

  private static func rest(_ node: YAMLNode, _ findings: Findings) -> RotaProblem.Break? {
    guard let map = MapReader(node, ScheduleKeys.rest, findings) else { return nil }
    let minutes = map.int("minutes", in: 1...240)
    let hours = Self.hours(map.timeOfDay("earliest"), map.timeOfDay("latest"), node, findings)
    let over = map.int("shift-over", in: 0...1440)
    guard let minutes, let hours, let over else { return nil }
    guard hours.end.minute - hours.start.minute >= minutes else {
      return node.reject(
        "a break of \(minutes) minutes does not fit between \(hours.start) and \(hours.end)",
        findings,
        maybe: "move earliest and latest apart"
      )
    }
    return RotaProblem.Break(
      minutes: minutes,
      earliest: hours.start.minute,
      latest: hours.end.minute,
      shiftOver: over
    )
  }

  /// `[["09:00", "11:45"], ["12:45", "15:15"]]`
  static func hours(_ node: YAMLNode, _ findings: Findings) -> [Hours]? {
    node.list(findings)?.compactMap { pair -> Hours? in
      guard let ends = pair.list(findings) else { return nil }
      guard ends.count == 2 else {
        return pair.refuse("a start and an end", findings, maybe: "write [\"09:00\", \"11:45\"]")
      }
      return Self.hours(ends[0].timeOfDay(findings), ends[1].timeOfDay(findings), pair, findings)
    }
  }

  private static func hours(
    _ start: TimeOfDay?,
    _ end: TimeOfDay?,
    _ node: YAMLNode,
    _ findings: Findings
  ) -> Hours? {
    guard let start, let end else { return nil }
    guard start < end else {
      return node.reject("\(start) is not before \(end)", findings, maybe: "write the earlier time first")
    }
    return Hours(start: start, end: end)
  }
}
