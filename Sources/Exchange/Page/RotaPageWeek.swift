// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// A table a person: the days are columns, what happens stands in order of time.
  var weeks: String {
    guard !self.content.people.isEmpty else { return "" }
    let people = self.content.people.enumerated()
      .map { self.week(of: $0.element, number: $0.offset + 1) }.joined(separator: "\n")
    return """
      <section id="weeks" class="new-page" aria-labelledby="weeks-title">
      <h2 id="weeks-title">The week, person by person</h2>
      \(people)
      </section>
      """
  }

  private func week(of person: RotaPageContent.Person, number: Int) -> String {
    let heads = zip(self.content.days, person.days).map { date, day in
      let hours = day.map { "<br><span>\(clock($0.start)) to \(clock($0.end))</span>" } ?? ""
      return "<th scope=\"col\">\(PageWords.weekday(date)) \(PageWords.dayAndMonth(date))\(hours)</th>"
    }.joined()
    let cells = person.days.enumerated()
      .map { "<td>\(self.day($0.element, strip: "s\(number)-\($0.offset)"))</td>" }.joined(separator: "\n")
    let sum =
      person.visitCount == 0
      ? "No visits this week."
      : "\(PageWords.count(person.visitCount, "visit", "visits")), \(PageWords.duration(person.visitMinutes)) in "
        + "settings and \(PageWords.duration(person.travelMinutes)) of travel."
    return """
      <section class="person" id="person-\(number)" aria-labelledby="name-\(number)">
      <h3 id="name-\(number)">\(html(person.name))</h3> <a class="up" href="#grid">to the team's week</a>
      <table>
      <caption>\(html(PageWords.title(person.role))). \(sum)</caption>
      <thead><tr>\(heads)</tr></thead>
      <tbody><tr>
      \(cells)
      </tr></tbody>
      </table>
      </section>
      """
  }

  private func day(_ day: RotaPageContent.Day?, strip: String) -> String {
    guard let day else { return "<p class=\"off\">Not working</p>" }
    let drawn = "<svg class=\"day-strip\" aria-hidden=\"true\"><use href=\"#\(strip)\"/></svg>"
    guard !day.stretches.isEmpty else { return "\(drawn)<p class=\"off\">No visits</p>" }
    let items = day.stretches.map { self.item($0) }.joined(separator: "\n")
    return "\(drawn)<ol class=\"day\">\n\(items)\n</ol>"
  }

  private func item(_ stretch: RotaPageContent.Stretch) -> String {
    let times = "\(clock(stretch.start)) to \(clock(stretch.end))"
    switch stretch.what {
    case .visit(_, let kind, let place, let others):
      let joint = others.isEmpty ? "" : ", with \(html(others.joined(separator: " and ")))"
      return """
        <li class="visit k\(self.style(ofKind: kind))"><b>\(times)</b>\(html(self.name(place)))\
        <i>\(html(PageWords.title(kind))), \(stretch.minutes) min\(joint)</i></li>
        """
    case .travel(_, let to):
      let goesHome = self.place(to)?.isBase ?? false
      return "<li class=\"move\">\(clock(stretch.start)) travel \(stretch.minutes) min"
        + "\(goesHome ? " to \(html(self.name(to)))" : "")</li>"
    case .rest: return "<li class=\"rest\">\(times) break</li>"
    }
  }
}
