// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// The load of each person: the bar shows what the row says.
  var load: String {
    guard !self.content.people.isEmpty else { return "" }
    let people = self.content.people
    let longest =
      people.map { max($0.weekMinutes ?? 0, $0.visitMinutes + $0.travelMinutes, $0.shiftMinutes) }
      .max().map { max($0, 1) } ?? 1
    let rows = people.map { person in
      let worked = person.visitMinutes + person.travelMinutes
      let limit = person.weekMinutes.map { PageWords.duration($0) } ?? "none"
      return """
        <tr><th scope="row">\(html(person.name))</th><td>\(html(PageWords.title(person.role)))</td>\
        <td class="number">\(person.visitCount)</td>\
        <td class="number">\(PageWords.duration(person.visitMinutes))</td>\
        <td class="number">\(PageWords.duration(person.travelMinutes))</td>\
        <td class="number">\(PageWords.duration(worked))</td><td class="number">\(limit)</td>\
        <td class="bar">\(self.bar(person, longest: longest))</td></tr>
        """
    }.joined(separator: "\n")
    return """
      <section class="load" aria-labelledby="load">
      <h2 id="load">Load</h2>
      <table>
      <caption>Time worked is visits and travel. In the bar, filled is visits, hatched is travel, and the \
      upright line is the limit of the week.</caption>
      <thead><tr><th scope="col">Person</th><th scope="col">Role</th><th scope="col" class="number">Visits</th>\
      <th scope="col" class="number">In settings</th><th scope="col" class="number">Travel</th>\
      <th scope="col" class="number">Worked</th><th scope="col" class="number">Limit</th>\
      <th scope="col">Load</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </section>
      """
  }

  private func bar(_ person: RotaPageContent.Person, longest: Int) -> String {
    func width(_ minutes: Int) -> Double { 396 * Double(minutes) / Double(longest) }
    let (visits, travel) = (width(person.visitMinutes), width(person.travelMinutes))
    let limit = person.weekMinutes.map { minutes in
      "<rect x=\"\(svg(width(minutes)))\" y=\"0\" width=\"2.5\" height=\"16\" fill=\"#1c252e\"/>"
    }
    return """
      <svg viewBox="0 0 400 16" preserveAspectRatio="none" aria-hidden="true">\
      <rect x="0" y="3" width="\(svg(visits))" height="10" fill="#0b5563"/>\
      <rect x="\(svg(visits))" y="3" width="\(svg(travel))" height="10" fill="url(#hatch)"/>\(limit ?? "")</svg>
      """
  }

  /// Every visit that found no place, with the reason.
  var leftOut: String {
    let left = self.content.leftOut
    guard !left.isEmpty else {
      return """
        <section aria-labelledby="left-out"><h2 id="left-out">Left out</h2>
        <p>Every visit that was asked for has its place on this rota.</p></section>
        """
    }
    let rows = left.map { visit in
      """
      <tr><th scope="row">\(html(self.name(visit.place.rawValue)))</th>\
      <td>\(html(PageWords.title(visit.kind)))</td><td class="number">\(visit.minutes) min</td>\
      <td>\(html(visit.reason))</td><td>\(html(visit.visit.rawValue))</td></tr>
      """
    }.joined(separator: "\n")
    return """
      <section class="new-page" aria-labelledby="left-out">
      <h2 id="left-out">Left out</h2>
      <table>
      <caption>\(PageWords.count(left.count, "visit has", "visits have")) no place this week, and why.</caption>
      <thead><tr><th scope="col">Place</th><th scope="col">Kind</th><th scope="col" class="number">Length</th>\
      <th scope="col">Why not</th><th scope="col">Visit</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </section>
      """
  }

  /// What the rota costs, in words; absent when the content has no costs.
  var costs: String {
    guard !self.content.costs.isEmpty else { return "" }
    let rows = self.content.costs.map { term in
      """
      <tr><th scope="row">\(html(term.words))</th><td class="number">\(PageWords.grouped(term.count))</td>\
      <td class="number">\(PageWords.grouped(term.cost))</td></tr>
      """
    }.joined(separator: "\n")
    let total = self.content.costs.reduce(0) { $0 + $1.cost }
    return """
      <section aria-labelledby="costs">
      <h2 id="costs">What was weighed</h2>
      <table>
      <caption>Rotas for this week are compared by the sum; less is better.</caption>
      <thead><tr><th scope="col">What counts</th><th scope="col" class="number">How many</th>\
      <th scope="col" class="number">Cost</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      <tfoot><tr><th scope="row" colspan="2">Sum</th><td class="number">\(PageWords.grouped(total))</td></tr></tfoot>
      </table>
      </section>
      """
  }

  var travel: String {
    """
    <section aria-labelledby="travel">
    <h2 id="travel">About travel times</h2>
    <p>\(html(self.content.travelStatement))</p>
    </section>
    """
  }
}
