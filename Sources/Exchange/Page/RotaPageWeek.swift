// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// A table a person: the days are columns, what happens stands in order of time.
  var weeks: String {
    guard !self.content.people.isEmpty else { return "" }
    let key = self.kinds.enumerated().map { index, kind in
      "<li><span class=\"visit k\(index % 6)\">\(html(PageWords.title(kind)))</span></li>"
    }.joined()
    let people = self.content.people.enumerated()
      .map { self.week(of: $0.element, number: $0.offset + 1) }.joined(separator: "\n")
    return """
      <section class="new-page" aria-labelledby="weeks">
      <h2 id="weeks">The week, person by person</h2>
      <p>The strip above each day runs from \(clock(self.clockRange.lowerBound)) to \
      \(clock(self.clockRange.upperBound)): shift outlined, visits filled, travel hatched, break left white.</p>
      <ul class="key" aria-label="Kinds of visit">\(key)</ul>
      \(people)
      </section>
      """
  }

  /// The pattern that the strips and bars fill travel with, defined once for the document.
  static let hatch = """
    <svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute"><defs>\
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="4" height="4" fill="#e3ecef"/><rect width="1.6" height="4" fill="#0b5563"/></pattern></defs></svg>
    """

  private func week(of person: RotaPageContent.Person, number: Int) -> String {
    let heads = zip(self.content.days, person.days).map { date, day in
      let hours = day.map { "<br><span>\(clock($0.start)) to \(clock($0.end))</span>" } ?? ""
      return "<th scope=\"col\">\(PageWords.weekday(date)) \(PageWords.dayAndMonth(date))\(hours)</th>"
    }.joined()
    let cells = person.days.map { "<td>\(self.day($0))</td>" }.joined(separator: "\n")
    let sum =
      person.visitCount == 0
      ? "No visits this week."
      : "\(PageWords.count(person.visitCount, "visit", "visits")), \(PageWords.duration(person.visitMinutes)) in "
        + "settings and \(PageWords.duration(person.travelMinutes)) of travel."
    return """
      <section class="person" id="person-\(number)" aria-labelledby="name-\(number)">
      <h3 id="name-\(number)">\(html(person.name))</h3>
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

  private func day(_ day: RotaPageContent.Day?) -> String {
    guard let day else { return "<p class=\"off\">Not working</p>" }
    guard !day.stretches.isEmpty else { return "\(self.strip(day))<p class=\"off\">No visits</p>" }
    let items = day.stretches.map { self.item($0) }.joined(separator: "\n")
    return "\(self.strip(day))<ol class=\"day\">\n\(items)\n</ol>"
  }

  private func item(_ stretch: RotaPageContent.Stretch) -> String {
    let times = "\(clock(stretch.start)) to \(clock(stretch.end))"
    switch stretch.what {
    case .visit(_, let kind, let place, let others):
      let style = (self.kinds.firstIndex(of: kind) ?? 0) % 6
      let joint = others.isEmpty ? "" : ", with \(html(others.joined(separator: " and ")))"
      return """
        <li class="visit k\(style)"><b>\(times)</b>\(html(self.name(place.rawValue)))\
        <i>\(html(PageWords.title(kind))), \(stretch.minutes) min\(joint)</i></li>
        """
    case .travel(_, let to):
      let goesHome = self.content.places.first { $0.id == to }?.isBase ?? false
      return "<li class=\"move\">\(clock(stretch.start)) travel \(stretch.minutes) min"
        + "\(goesHome ? " to \(html(self.name(to.rawValue)))" : "")</li>"
    case .rest: return "<li class=\"rest\">\(times) break</li>"
    }
  }

  /// Whole hours around all shifts.
  var clockRange: ClosedRange<Int> {
    let days = self.content.people.flatMap { $0.days.compactMap { $0 } }
    let first = days.map(\.start).min() ?? 480
    let last = days.map(\.end).max() ?? 1_020
    return (first / 60 * 60)...max(first / 60 * 60 + 60, (last + 59) / 60 * 60)
  }

  private func strip(_ day: RotaPageContent.Day) -> String {
    let range = self.clockRange
    let scale = 200 / Double(range.upperBound - range.lowerBound)
    func box(_ start: Int, _ end: Int, _ style: String) -> String {
      let x = Double(start - range.lowerBound) * scale
      return
        "<rect x=\"\(svg(x))\" y=\"0.5\" width=\"\(svg(Double(end - start) * scale))\" height=\"8\" \(style)/>"
    }
    var boxes = box(day.start, day.end, "fill=\"#fff\" stroke=\"#4a5662\" stroke-width=\"0.8\"")
    for stretch in day.stretches {
      switch stretch.what {
      case .visit(_, let kind, _, _):
        let style = (self.kinds.firstIndex(of: kind) ?? 0) % 6
        boxes += box(stretch.start, stretch.end, "fill=\"\(RotaPageView.kindColours[style])\"")
      case .travel: boxes += box(stretch.start, stretch.end, "fill=\"url(#hatch)\"")
      case .rest: break
      }
    }
    return "<svg class=\"strip\" viewBox=\"0 0 200 9\" preserveAspectRatio=\"none\" aria-hidden=\"true\">"
      + "\(boxes)</svg>"
  }

  /// In the order of the style classes `k0` to `k5`.
  static let kindColours = ["#0b5563", "#9c3a00", "#5b2a86", "#6a5100", "#8a1c4a", "#2b4a9b"]
}
