// SPDX-License-Identifier: Apache-2.0

import Scheduling
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
      let share =
        person.shiftMinutes == 0 ? "no shift" : "\((100 * worked + person.shiftMinutes / 2) / person.shiftMinutes)%"
      return """
        <tr><th scope="row">\(html(person.name))</th><td>\(html(PageWords.title(person.role)))</td>\
        <td class="number">\(person.visitCount)</td>\
        <td class="number">\(PageWords.duration(person.visitMinutes))</td>\
        <td class="number">\(PageWords.duration(person.travelMinutes))</td>\
        <td class="number">\(PageWords.duration(worked))</td><td class="number">\(limit)</td>\
        <td class="number">\(share)</td>\
        <td class="bar">\(self.bar(person, longest: longest))</td></tr>
        """
    }.joined(separator: "\n")
    return """
      <section id="load" class="load" aria-labelledby="load-title">
      <h2 id="load-title">Load</h2>
      <div class="scroll" role="region" aria-labelledby="load-title" tabindex="0">
      <table>
      <caption>Time worked is visits and travel. In the bar, filled is visits, hatched is travel, the outline is \
      all shifts of the week together, and the upright line is the limit of the week.</caption>
      <thead><tr><th scope="col">Person</th><th scope="col">Role</th><th scope="col" class="number">Visits</th>\
      <th scope="col" class="number">In settings</th><th scope="col" class="number">Travel</th>\
      <th scope="col" class="number">Worked</th><th scope="col" class="number">Limit</th>\
      <th scope="col" class="number">Of shifts</th><th scope="col">Load</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  private func bar(_ person: RotaPageContent.Person, longest: Int) -> String {
    func part(_ minutes: Int) -> String { svg(99 * Double(minutes) / Double(longest)) }
    let visits = part(person.visitMinutes)
    let limit = person.weekMinutes.map { minutes in
      "<rect x=\"\(part(minutes))%\" width=\"2.5\" height=\"18\" fill=\"#1c252e\"/>"
    }
    return """
      <svg aria-hidden="true"><rect y="3.5" width="\(part(person.shiftMinutes))%" height="11" class="shift"/>\
      <rect y="4" width="\(visits)%" height="10" fill="#0b5563"/>\
      <rect x="\(visits)%" y="4" width="\(part(person.travelMinutes))%" height="10" fill="url(#hatch)"/>\
      \(limit ?? "")</svg>
      """
  }

  /// What the rota costs, in words; absent when the content has no costs.
  var costs: String {
    guard let total = self.content.totalCost else { return "" }
    let longest = self.content.costs.map { abs($0.cost) }.max().map { max(1, $0) } ?? 1
    let rows = self.content.costs.map { term in
      """
      <tr><th scope="row">\(html(term.words))</th><td class="number">\(PageWords.grouped(term.count))</td>\
      <td class="number">\(PageWords.grouped(term.cost))</td><td class="bar"><svg aria-hidden="true">\
      <rect y="4" width="\(svg(100 * Double(abs(term.cost)) / Double(longest)))%" height="10" fill="#0b5563"/></svg>\
      </td></tr>
      """
    }.joined(separator: "\n")
    return """
      <section id="costs" aria-labelledby="costs-title">
      <h2 id="costs-title">What was weighed</h2>
      \(self.proof(of: total))<table>
      <caption>Rotas for this week are compared by the sum; less is better.</caption>
      <thead><tr><th scope="col">What counts</th><th scope="col" class="number">How many</th>\
      <th scope="col" class="number">Cost</th><th scope="col">Share</th></tr></thead>
      <tbody>
      \(rows)
      </tbody>
      <tfoot><tr><th scope="row" colspan="2">Sum</th><td class="number">\(PageWords.grouped(total))</td>\
      <td></td></tr></tfoot>
      </table>
      </section>
      """
  }

  private func proof(of total: Int) -> String {
    guard let gap = CostGap(cost: total, bound: self.content.bound) else { return "" }
    let bound = PageWords.grouped(gap.bound)
    let words =
      gap.isClosed
      ? "It is proved that no rota of this week costs less than \(bound): this one is optimal."
      : "It is proved that no rota of this week costs less than \(bound); this one could be bettered by "
        + "\(gap.text) of its cost at most."
    return "<p>\(words)</p>\n"
  }

  var travel: String {
    """
    <section id="travel" aria-labelledby="travel-title">
    <h2 id="travel-title">About travel times</h2>
    <p>\(html(self.content.travelStatement))</p>
    </section>
    """
  }
}
