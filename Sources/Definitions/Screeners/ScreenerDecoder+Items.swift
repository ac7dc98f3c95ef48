// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What is asked, in what order, and what may be answered.
extension ScreenerDecoder {
  func responseSet(_ entry: YAMLNode.Entry) -> ResponseSet? {
    guard let codes = entry.value.entries(self.findings) else { return nil }
    let options = codes.compactMap { code -> ResponseSet.Option? in
      if case .scalar("missing", plain: true) = code.value.content {
        return ResponseSet.Option(code: ResponseCode(code.key), value: .missing)
      }
      guard case .scalar(let text, plain: true) = code.value.content, let points = Int(text) else {
        return code.value.refuse(
          "points or the word missing",
          self.findings,
          maybe: "write \(code.key): 0 or \(code.key): missing"
        )
      }
      return ResponseSet.Option(code: ResponseCode(code.key), value: .points(points))
    }
    return ResponseSet(id: ResponseSetID(entry.key), options: options)
  }

  func section(_ node: YAMLNode) -> ScreenerSection? {
    guard let map = MapReader(node, ScreenerKeys.section, self.findings) else { return nil }
    let id = map.text("id")
    let title = map["title"].flatMap(self.words)
    let use = map.text("use")
    let ages = map["ages"].flatMap(self.ages)
    let reversed = map.texts("reverse") ?? []
    let items = map.entries("items")?.compactMap { entry -> ScreenerItem? in
      self.words(entry.value).map {
        ScreenerItem(code: ItemCode(entry.key), text: $0, reverse: reversed.contains(entry.key))
      }
    }
    guard let id, let title, let use, let ages, let items else { return nil }
    for (index, code) in reversed.enumerated() where !items.contains(where: { $0.code.rawValue == code }) {
      let near = nearest(to: code, among: items.map(\.code.rawValue))
      self.findings.add(
        .definitionWrongValue,
        "the section '\(id)' has no item '\(code)' to reverse",
        at: map.list("reverse")?[index].place ?? node.place,
        maybe: near.map { "'\($0)' was meant" } ?? "name codes of this section's items"
      )
    }
    return ScreenerSection(
      id: SectionID(id),
      title: title,
      use: ResponseSetID(use),
      ages: ages,
      items: items
    )
  }

  func administration(_ entry: YAMLNode.Entry) -> SectionAdministration? {
    guard let map = MapReader(entry.value, ScreenerKeys.administration, self.findings) else { return nil }
    return SectionAdministration(
      section: SectionID(entry.key),
      start: map.list("start", self.startPoint) ?? [],
      basal: map["basal"].flatMap(self.basal),
      ceiling: map["ceiling"].flatMap(self.ceiling)
    )
  }

  private func startPoint(_ node: YAMLNode) -> SectionAdministration.StartPoint? {
    guard let map = MapReader(node, ScreenerKeys.start, self.findings) else { return nil }
    let ages = map["ages"].flatMap(self.ages)
    let at = map.text("at")
    guard let ages, let at else { return nil }
    return SectionAdministration.StartPoint(ages: ages, at: ItemCode(at))
  }

  private func basal(_ node: YAMLNode) -> SectionAdministration.Basal? {
    guard let map = MapReader(node, ScreenerKeys.basal, self.findings) else { return nil }
    let run = map.int("run", in: 1...100)
    let of = map["of"].flatMap(self.names)
    let credit = map.bool("credit-below")
    let reverse = map.bool("reverse")
    guard let run, let of, let credit, let reverse else { return nil }
    return SectionAdministration.Basal(
      run: run,
      of: of.map(ResponseCode.init(_:)),
      creditBelow: credit,
      reverse: reverse
    )
  }

  private func ceiling(_ node: YAMLNode) -> SectionAdministration.Ceiling? {
    guard let map = MapReader(node, ScreenerKeys.ceiling, self.findings) else { return nil }
    let run = map.int("run", in: 1...100)
    let of = map["of"].flatMap(self.names)
    let then = map.choice("then", SectionAdministration.Ceiling.Then.self)
    guard let run, let of, let then else { return nil }
    return SectionAdministration.Ceiling(run: run, of: of.map(ResponseCode.init(_:)), then: then)
  }
}
