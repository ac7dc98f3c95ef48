// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// The parts of the page, each made from the content alone.
struct RotaPageView {
  let content: RotaPageContent
  private let places: [PlaceID: RotaPageContent.Place]
  /// Kinds of visit in alphabetical order: their position picks colour and line style.
  let kinds: [String]
  /// A letter for each kind, no two the same while letters and digits last.
  let kindMarks: [String]
  /// Whole hours around all shifts.
  let clockRange: ClosedRange<Int>

  init(_ content: RotaPageContent) {
    self.content = content
    self.places = Dictionary(content.places.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    var kinds = Set(content.leftOut.map(\.kind))
    for case .visit(_, let kind, _, _) in content.stretches.map(\.what) { kinds.insert(kind) }
    self.kinds = kinds.sorted()
    self.kindMarks = Self.marks(self.kinds)
    let days = content.people.flatMap { $0.days.compactMap { $0 } }
    let first = days.map { min($0.start, $0.stretches.first?.start ?? $0.start) }.min() ?? 480
    let last = days.map { max($0.end, $0.stretches.last?.end ?? $0.end) }.max() ?? 1_020
    self.clockRange = (first / 60 * 60)...max(first / 60 * 60 + 60, (last + 59) / 60 * 60)
  }

  private static func marks(_ kinds: [String]) -> [String] {
    var taken: Set<String> = []
    return kinds.map { kind in
      let letters = kind.uppercased().filter { $0.isLetter || $0.isNumber }.map(String.init)
      let mark = (letters + (1...9).map(String.init)).first { !taken.contains($0) } ?? "+"
      taken.insert(mark)
      return mark
    }
  }

  /// The sections that have something to show, in the order of the page, with their ids and titles.
  var sections: [(id: String, title: String, html: String)] {
    [
      ("numbers", "In numbers", self.summary), ("changes", "What changed", self.changes),
      ("grid", "The week", self.grid), ("left-out", "Left out", self.leftOut), ("load", "Load", self.load),
      ("map", "Map", self.map), ("weeks", "Person by person", self.weeks),
      ("costs", "What was weighed", self.costs), ("travel", "Travel times", self.travel),
    ].filter { !$0.2.isEmpty }
  }

  func place(_ id: PlaceID) -> RotaPageContent.Place? { self.places[id] }
  func name(_ id: PlaceID) -> String { self.places[id]?.name ?? id.rawValue }
  func style(ofKind kind: String) -> Int { (self.kinds.firstIndex(of: kind) ?? 0) % Self.kindColours.count }

  /// In the order of the style classes `k0` to `k5`.
  static let kindColours = ["#0b5563", "#9c3a00", "#5b2a86", "#6a5100", "#8a1c4a", "#2b4a9b"]

  var header: String {
    let span = PageWords.span(self.content.days)
    let links = self.sections.dropFirst()
      .map { "<li><a href=\"#\($0.id)\">\($0.title)</a></li>" }.joined()
    return """
      <header>
      \(self.madeUpMark)<p class="over">\(html(self.content.area)) · early language support</p>
      <h1>Rota, \(html(span))</h1>
      <p class="publication">Week \(self.content.week). \(html(self.content.publication))</p>
      <nav aria-label="On this page"><ul>\(links)</ul></nav>
      </header>
      """
  }

  var footer: String {
    """
    <footer>
    \(self.madeUpMark)<p>No child is named on this page. Times are local. Rota of \(html(self.content.area)), \
    week \(self.content.week).</p>
    </footer>
    """
  }

  private var madeUpMark: String {
    self.content.isMadeUp
      ? "<p class=\"made-up\"><strong>Made-up data.</strong> No person, school or nursery here is real.</p>\n"
      : ""
  }

  /// The week in a few numbers.
  private var summary: String {
    let people = self.content.people
    let placed = self.content.placedVisits
    let travel = people.reduce(0) { $0 + $1.travelMinutes }
    let working = people.filter { $0.visitCount > 0 }.count
    var facts = [
      ("Visits placed", "\(placed) of \(placed + self.content.leftOut.count)"),
      ("Left out", "\(self.content.leftOut.count)"), ("People with visits", "\(working) of \(people.count)"),
      ("Time in settings", PageWords.duration(people.reduce(0) { $0 + $1.visitMinutes })),
      ("Time travelling", PageWords.duration(travel)),
      ("Travel a visit", placed == 0 ? "none" : "\((travel + placed / 2) / placed) min"),
    ]
    if let total = self.content.totalCost {
      facts.append(("Cost", PageWords.grouped(total)))
      if let gap = CostGap(cost: total, bound: self.content.bound) {
        facts.append(("Could cost less by", gap.isClosed ? "nothing: optimal" : "\(gap.text) at most"))
      }
    }
    let items = facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined(separator: "\n")
    return "<section id=\"numbers\" aria-label=\"The week in numbers\"><dl class=\"facts\">\n\(items)\n</dl></section>"
  }
}

extension RotaPageContent {
  var stretches: [Stretch] { self.people.flatMap { $0.days.flatMap { $0?.stretches ?? [] } } }

  /// A joint visit counts once.
  var placedVisits: Int {
    var placed: Set<VisitID> = []
    for case .visit(let visit, _, _, _) in self.stretches.map(\.what) { placed.insert(visit) }
    return placed.count
  }

  /// `nil` when the content has no costs.
  var totalCost: Int? { self.costs.isEmpty ? nil : self.costs.reduce(0) { $0 + $1.cost } }
}
