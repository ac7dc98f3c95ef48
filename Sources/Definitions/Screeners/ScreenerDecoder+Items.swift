// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What is asked, in what order, and what may be answered.
extension ScreenerDecoder {
  func responseSet(_ entry: YAMLNode.Entry) -> ResponseSet? {
    guard let codes = entry.value.entries(self.findings) else { return nil }
    if codes.contains(where: { $0.key == "from" || $0.key == "to" }) {
      guard let map = MapReader(entry.value, ScreenerKeys.numbers, self.findings) else { return nil }
      let lowest = map.int("from", in: -1_000_000...1_000_000)
      let highest = map.int("to", in: -1_000_000...1_000_000)
      guard let lowest, let highest else { return nil }
      return ResponseSet(id: ResponseSetID(entry.key), numbers: InclusiveRange(lowest, highest))
    }
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
    let items = map["items"].flatMap { self.items($0, reversed: reversed) }
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

  /// Codes with their words, or `{count: 10, codes: A01..A10}` where the words come from elsewhere.
  private func items(_ node: YAMLNode, reversed: [String]) -> [ScreenerItem]? {
    guard let entries = node.entries(self.findings) else { return nil }
    guard entries.contains(where: { $0.key == "codes" }) else {
      return entries.compactMap { entry in
        self.words(entry.value).map {
          ScreenerItem(code: ItemCode(entry.key), text: $0, reverse: reversed.contains(entry.key))
        }
      }
    }
    guard let map = MapReader(node, ScreenerKeys.codes, self.findings) else { return nil }
    let count = map.int("count", in: 1...500)
    let codes = map["codes"].flatMap(self.codes)
    guard let count, let codes else { return nil }
    guard codes.count == count else {
      return map["count"]?.reject(
        "count is \(count), and the codes are \(codes.count)",
        self.findings,
        maybe: "write count: \(codes.count), or mend the codes"
      )
    }
    return codes.map {
      ScreenerItem(code: ItemCode($0), text: TextByLanguage(english: $0), reverse: reversed.contains($0))
    }
  }

  /// `A01..A10`: one beginning, and numbers of one width.
  private func codes(_ node: YAMLNode) -> [String]? {
    guard let text = node.text(self.findings) else { return nil }
    let ends = text.split(separator: ".", omittingEmptySubsequences: false).map(String.init)
    let digits = { (end: String) in String(end.reversed().prefix { $0.isASCII && $0.isNumber }.reversed()) }
    guard ends.count == 3, ends[1].isEmpty, let first = Int(digits(ends[0])), let last = Int(digits(ends[2])),
      digits(ends[0]).count == digits(ends[2]).count, last >= first, last - first < 500,
      ends[0].dropLast(digits(ends[0]).count) == ends[2].dropLast(digits(ends[2]).count)
    else { return node.refuse("a run of codes", self.findings, maybe: "write it like A01..A10") }
    let beginning = ends[0].dropLast(digits(ends[0]).count)
    return (first...last).map { number in
      let written = "\(number)"
      return beginning + String(repeating: "0", count: digits(ends[0]).count - written.count) + written
    }
  }

  func administration(_ entry: YAMLNode.Entry) -> SectionAdministration? {
    guard let map = MapReader(entry.value, ScreenerKeys.administration, self.findings) else { return nil }
    return SectionAdministration(
      section: SectionID(entry.key),
      start: map.list("start", self.startPoint) ?? [],
      basal: map["basal"].flatMap(self.basal),
      ceiling: map["ceiling"].flatMap(self.ceiling),
      adaptive: map["adaptive"].flatMap(self.adaptive)
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
    let double =
      map["double"] == nil ? .first : map.choice("double", SectionAdministration.Basal.TwoRuns.self)
    guard let run, let of, let credit, let reverse, let double else { return nil }
    return SectionAdministration.Basal(
      run: run,
      of: of.map(ResponseCode.init(_:)),
      creditBelow: credit,
      reverse: reverse,
      double: double
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
