// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The parts of the page, each made from the content alone.
struct RotaPageView {
  let content: RotaPageContent
  let placeNames: [String: String]
  /// Kinds of visit in alphabetical order: their position picks colour and line style.
  let kinds: [String]

  init(_ content: RotaPageContent) {
    self.content = content
    self.placeNames = Dictionary(
      content.places.map { ($0.id.rawValue, $0.name) },
      uniquingKeysWith: { first, _ in first }
    )
    var kinds = Set(content.leftOut.map(\.kind))
    for person in content.people {
      for case .visit(_, let kind, _, _) in person.days.flatMap({ $0?.visits ?? [] }).map(\.what) {
        kinds.insert(kind)
      }
    }
    self.kinds = kinds.sorted()
  }

  func name(_ place: String) -> String { self.placeNames[place] ?? place }

  var header: String {
    let span = PageWords.span(self.content.days)
    let people = self.content.people.enumerated()
      .map { "<li><a href=\"#person-\($0.offset + 1)\">\(html($0.element.name))</a></li>" }.joined()
    return """
      <header>
      \(self.madeUpMark)<p class="over">\(html(self.content.area)) · early language support</p>
      <h1>Rota, \(html(span))</h1>
      <p class="publication">Week \(self.content.week). \(html(self.content.publication))</p>
      <nav aria-label="People on this rota"><ul>\(people)</ul></nav>
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

  /// The week in six numbers.
  var summary: String {
    var placed: Set<String> = []
    for person in self.content.people {
      for case .visit(let visit, _, _, _) in person.days.flatMap({ $0?.visits ?? [] }).map(\.what) {
        placed.insert(visit.rawValue)
      }
    }
    let visits = self.content.people.reduce(0) { $0 + $1.visitMinutes }
    let travel = self.content.people.reduce(0) { $0 + $1.travelMinutes }
    let working = self.content.people.filter { $0.visitCount > 0 }.count
    let facts = [
      ("Visits placed", "\(placed.count)"), ("Left out", "\(self.content.leftOut.count)"),
      ("People with visits", "\(working) of \(self.content.people.count)"),
      ("Time in settings", PageWords.duration(visits)), ("Time travelling", PageWords.duration(travel)),
      ("Travel a visit", placed.isEmpty ? "none" : "\((travel + placed.count / 2) / placed.count) min"),
    ]
    let items = facts.map { "<div><dt>\($0.0)</dt><dd>\($0.1)</dd></div>" }.joined(separator: "\n")
    return "<section aria-label=\"The week in numbers\"><dl class=\"facts\">\n\(items)\n</dl></section>"
  }
}
