// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// How long a journey takes where no road data are at hand: `Schedules/travel.yaml`.
public struct TravelRules: Sendable, Hashable {
  public enum Status: String, Sendable, CaseIterable {
    /// Put together from published figures; nobody official stands behind it.
    case proposal
    case calibrated
  }

  public let id: String
  public let title: String
  public let status: Status
  public let formula: TravelFormula
}

extension TravelRules {
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    self = try file.value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.travel, findings), hasFormat("travel/1", map)
      else { return nil }
      let id = map.text("id")
      let title = map.text("title")
      let status = map.choice("status", Status.self)
      checkSource(map)
      var formula = TravelFormula()
      if let node = map["circuity"] { Self.readCircuity(node, into: &formula, findings) }
      if let nodes = map.list("speeds") { Self.readSpeeds(nodes, into: &formula, map) }
      formula.stopMinutes = map.int("stop-minutes", in: 0...120) ?? 0
      guard let id, let title, let status else { return nil }
      return TravelRules(id: id, title: title, status: status, formula: formula)
    }
  }

  private static func readCircuity(_ node: YAMLNode, into formula: inout TravelFormula, _ findings: Findings) {
    guard let map = MapReader(node, ScheduleKeys.circuity, findings) else { return }
    formula.circuity = map.decimal("at-one-km", in: 1...5) ?? 1
    formula.circuityFall = map.decimal("fall", in: 0...1) ?? 0
    guard let least = map.decimal("least", in: 1...5), let most = map.decimal("most", in: 1...5) else {
      return
    }
    guard least <= most else {
      let _: Int? = node.reject(
        "the least, \(least), is above the most, \(most)",
        findings,
        maybe: "swap the two"
      )
      return
    }
    formula.circuityRange = least...most
  }

  /// Every speed but the last has a limit, and the limits rise.
  private static func readSpeeds(_ nodes: [YAMLNode], into formula: inout TravelFormula, _ map: MapReader) {
    let findings = map.findings
    var steps: [TravelFormula.SpeedStep] = []
    var reached = 0.0
    for (index, node) in nodes.enumerated() {
      guard let speed = MapReader(node, ScheduleKeys.speed, findings) else { continue }
      let pace = speed.decimal("km-an-hour", in: 1...130) ?? 1
      switch (speed.decimal("under-road-km", in: 0...1000), index == nodes.count - 1) {
      case (nil, true): formula.kilometresAnHourBeyond = pace
      case (let limit?, false) where limit > reached:
        steps.append(TravelFormula.SpeedStep(underRoadKilometres: limit, kilometresAnHour: pace))
        reached = limit
      default:
        let _: Int? = node.reject(
          "every speed but the last has an under-road-km, each above the one before",
          findings,
          maybe: "order the speeds by distance; the last one holds beyond all limits"
        )
      }
    }
    formula.steps = steps
  }
}
