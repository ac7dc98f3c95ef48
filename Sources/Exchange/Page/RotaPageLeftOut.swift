// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

extension RotaPageView {
  /// Every visit that found no place, under its reason.
  var leftOut: String {
    let left = self.content.leftOut
    guard !left.isEmpty else {
      return """
        <section id="left-out" aria-labelledby="left-out-title"><h2 id="left-out-title">Left out</h2>
        <p>Every visit that was asked for has its place on this rota.</p></section>
        """
    }
    let tally = LeftOutTally(left.map { RotaAnswer.LeftOut(visit: $0.visit, reason: $0.reason) })
    let byID = Dictionary(left.map { ($0.visit, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = tally.groups.map { group in
      """
      <details class="group" open>
      <summary><b>\(group.count)</b> \(html(group.reason))</summary>
      <table>
      <thead><tr><th scope="col">Visit</th><th scope="col">What is in the way</th></tr></thead>
      <tbody>
      \(self.rows(group.visits.compactMap { byID[$0] }))
      </tbody>
      </table>
      </details>
      """
    }
    return """
      <section id="left-out" class="new-page" aria-labelledby="left-out-title">
      <h2 id="left-out-title">Left out</h2>
      <p>\(PageWords.count(left.count, "visit has", "visits have")) no place this week, and why. A person-day is one \
      person on one day; each is counted under the first rule in its way, everything else staying as it is.</p>
      \(groups.joined(separator: "\n"))
      </section>
      """
  }

  /// Visits of which the same is to be said share a row, where the first of them stands.
  private func rows(_ visits: [RotaPageContent.LeftOut]) -> String {
    var (order, alike): ([[String]], [[String]: [RotaPageContent.LeftOut]]) = ([], [:])
    for visit in visits {
      let said = [visit.place.rawValue, visit.kind, "\(visit.minutes)"] + visit.obstacles
      if alike[said] == nil { order.append(said) }
      alike[said, default: []].append(visit)
    }
    return order.compactMap { alike[$0].map { self.row($0) } }.joined(separator: "\n")
  }

  private func row(_ alike: [RotaPageContent.LeftOut]) -> String {
    guard let visit = alike.first else { return "" }
    let number = alike.count == 1 ? "" : "\(alike.count) × "
    let ids = alike.map { html($0.visit.rawValue) }.joined(separator: "<br>")
    let obstacles =
      visit.obstacles.isEmpty
      ? "see the reason above"
      : "<ul>\(visit.obstacles.map { "<li>\(html($0))</li>" }.joined())</ul>"
    return """
      <tr><th scope="row">\(html(self.name(visit.place)))<span>\(number)\(html(PageWords.title(visit.kind))), \
      \(visit.minutes) min</span><span class="id">\(ids)</span></th><td>\(obstacles)</td></tr>
      """
  }
}
