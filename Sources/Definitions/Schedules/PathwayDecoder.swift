// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// Reads a pathway's shape; what its parts mean together is for ``Scheduling/Pathway/findings()``.
struct PathwayDecoder {
  let findings: Findings

  func pathway(_ root: YAMLNode) -> Pathway? {
    guard let map = MapReader(root, ScheduleKeys.pathway, self.findings), hasFormat("pathway/1", map)
    else { return nil }
    let id = map.text("id")
    let title = map.text("title")
    let tiers = map.texts("tiers")
    let covers = map["covers"].flatMap(self.ages)
    let programmes = map.list("programmes", self.programme)
    let rules = map.list("rules", self.rule)
    let screening = map["screening"].flatMap(self.screening)
    guard let id, let title, let tiers, let covers, let programmes, let rules else { return nil }
    return Pathway(
      id: id,
      title: title,
      tiers: tiers,
      covers: covers,
      programmes: programmes,
      rules: rules,
      screening: screening
    )
  }

  /// `{months: [36, 47]}` or `{years: [N1, R]}`.
  private func ages(_ node: YAMLNode) -> AgeSpan? {
    guard let map = MapReader(node, ScheduleKeys.ages, self.findings) else { return nil }
    switch (map["months"], map["years"]) {
    case (let months?, nil):
      return self.ends(months) { $0.ageInMonths(self.findings) }.map(AgeSpan.months)
    case (nil, let years?):
      return self.ends(years, self.year).map(AgeSpan.years)
    default:
      return node.reject(
        "an age is given in months or in year groups, in one of the two",
        self.findings,
        maybe: "write {months: [36, 47]} or {years: [N1, R]}"
      )
    }
  }

  private func year(_ node: YAMLNode) -> NCYear? {
    guard case .scalar(let text, _) = node.content, let year = NCYear(text) else {
      return node.refuse("a year group", self.findings, maybe: "write E1, E2, N1, N2, R or 1 to 13")
    }
    return year
  }

  private func ends<Value: Comparable>(_ node: YAMLNode, _ read: (YAMLNode) -> Value?) -> ClosedRange<Value>? {
    guard let nodes = node.list(self.findings) else { return nil }
    guard nodes.count == 2 else {
      return node.refuse("a first and a last", self.findings, maybe: "write [first, last]")
    }
    guard let first = read(nodes[0]), let last = read(nodes[1]) else { return nil }
    guard first <= last else {
      return node.reject(
        "the first, \(first), is above the last, \(last)",
        self.findings,
        maybe: "swap the two"
      )
    }
    return first...last
  }

  /// One list of skills a person: `[[group]]`, `[[screen], [therapist]]`.
  private func slots(_ node: YAMLNode) -> [Set<String>]? {
    guard let nodes = node.list(self.findings), !nodes.isEmpty else {
      return node.refuse("a list of skills a person", self.findings, maybe: "write [[group]]")
    }
    let slots = nodes.map { $0.texts(self.findings) }
    return slots.contains { $0 == nil } ? nil : slots.compactMap(\.self).map { Set($0) }
  }

  private func screening(_ node: YAMLNode) -> Pathway.ScreeningVisits? {
    guard let map = MapReader(node, ScheduleKeys.screening, self.findings) else { return nil }
    let child = map.int("minutes-a-child", in: 0...480)
    let setUp = map.int("set-up-minutes", in: 0...480)
    let longest = map.int("longest-minutes", in: 0...1440)
    let slots = map["slots"].flatMap(self.slots)
    let weight = map.int("weight", in: 0...1_000_000)
    guard let child, let setUp, let longest, let slots, let weight else { return nil }
    return Pathway.ScreeningVisits(
      minutesAChild: child,
      setUpMinutes: setUp,
      longestMinutes: longest,
      slots: slots,
      weight: weight
    )
  }

  private func programme(_ node: YAMLNode) -> Programme? {
    guard let map = MapReader(node, ScheduleKeys.programme, self.findings) else { return nil }
    let id = map.text("id")
    let title = map.text("title")
    let size = map["group-size"].flatMap { self.ends($0) { $0.int(self.findings, in: 0...100) } }
    let sessions = map.int("sessions-a-week", in: 0...100)
    let weeks = map.int("weeks", in: 0...1000)
    let minutes = map.int("minutes", in: 0...1440)
    let kind = map.text("kind")
    let slots = map["slots"].flatMap(self.slots)
    let gap = map.int("gap-days", in: 0...7)
    let same = map["same-staff"].flatMap(self.sameStaff)
    let weight = map.int("weight", in: 0...1_000_000)
    let assess = map["assess-first"].flatMap(self.assessment)
    let rescreen = map.int("rescreen-after-weeks", in: 0...1000)
    guard let id, let title, let size, let sessions, let weeks, let minutes, let kind, let slots, let gap,
      let same, let weight
    else { return nil }
    return Programme(
      id: ProgrammeID(id),
      title: title,
      groupSize: size,
      sessionsAWeek: sessions,
      weeks: weeks,
      minutes: minutes,
      kind: kind,
      slots: slots,
      gapDays: gap,
      sameStaff: same,
      weight: weight,
      assessFirst: assess,
      rescreenAfterWeeks: rescreen
    )
  }

  private func sameStaff(_ node: YAMLNode) -> RotaProblem.Series.SameStaff? {
    guard case .scalar(let text, _) = node.content, let value = RotaProblem.Series.SameStaff(rawValue: text)
    else {
      return node.refuse("one of require, prefer, any", self.findings, maybe: "take one of them")
    }
    return value
  }

  private func assessment(_ node: YAMLNode) -> Programme.Assessment? {
    guard let map = MapReader(node, ScheduleKeys.assessment, self.findings) else { return nil }
    let kind = map.text("kind")
    let minutes = map.int("minutes", in: 0...1440)
    let slots = map["slots"].flatMap(self.slots)
    let gap = map.int("gap-minutes", in: 0...100_000)
    guard let kind, let minutes, let slots, let gap else { return nil }
    return Programme.Assessment(kind: kind, minutes: minutes, slots: slots, gapMinutes: gap)
  }

  private func rule(_ node: YAMLNode) -> Pathway.Rule? {
    guard let map = MapReader(node, ScheduleKeys.rule, self.findings) else { return nil }
    let tier = map.text("tier")
    let ages = map["ages"].flatMap(self.ages)
    let outcome = self.outcome(map)
    guard let tier, let ages, let outcome else { return nil }
    return Pathway.Rule(tier: tier, ages: ages, outcome: outcome)
  }

  /// Exactly one of `programme`, `no-visits` and `therapist-decides`.
  private func outcome(_ map: MapReader) -> Pathway.Outcome? {
    let given = ["programme", "no-visits", "therapist-decides"].filter { map[$0] != nil }
    guard given.count == 1 else {
      return map.node.reject(
        given.isEmpty
          ? "the rule does not say what follows" : "the rule says \(given.joined(separator: " and "))",
        self.findings,
        maybe: given.isEmpty ? "add one of programme, no-visits and therapist-decides" : "keep one of them"
      )
    }
    switch given[0] {
    case "programme": return map.text("programme").map { .programme(ProgrammeID($0)) }
    case "no-visits": return map.text("no-visits").map { .noVisits(because: $0) }
    default:
      guard let decides = map.bool("therapist-decides") else { return nil }
      return decides
        ? .therapistDecides
        : map["therapist-decides"]?.refuse("true", self.findings, maybe: "leave the key out, or write true")
    }
  }
}
