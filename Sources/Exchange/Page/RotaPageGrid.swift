// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// The whole team at a glance: a row a person, a column a day, each day drawn to one scale of time.
  var grid: String {
    guard !self.content.people.isEmpty else { return "" }
    let heads = self.content.days.map {
      "<th scope=\"col\"><span>\(PageWords.short($0))</span>\(self.hours)</th>"
    }.joined(separator: "\n")
    let rows = self.content.people.enumerated().map { self.row(of: $0.element, number: $0.offset + 1) }
      .joined(separator: "\n")
    return """
      <section id="grid" class="new-page" aria-labelledby="grid-title">
      <h2 id="grid-title">The week</h2>
      \(self.legend)
      <div class="scroll" role="region" aria-labelledby="grid-title" tabindex="0">
      <table class="grid">
      <caption>Each day runs from \(clock(self.clockRange.lowerBound)) to \(clock(self.clockRange.upperBound)), \
      a line an hour. Names lead to the person's week in words.</caption>
      <thead><tr><th scope="col">Person</th>
      \(heads)</tr></thead>
      <tbody>
      \(rows)
      </tbody>
      </table>
      </div>
      </section>
      """
  }

  /// What the drawings mean; every colour has a letter or a pattern beside it.
  private var legend: String {
    let kinds = zip(self.kinds, self.kindMarks).map { kind, mark in
      """
      <li><svg class="chip" aria-hidden="true"><rect width="100%" height="18" rx="2" \
      class="f\(self.style(ofKind: kind))"/><text x="50%" y="13">\(html(mark))</text></svg>\
      \(html(PageWords.title(kind)))</li>
      """
    }
    let others = [
      ("<rect y=\"8\" width=\"100%\" height=\"7\" fill=\"url(#hatch)\"/>", "Travel"),
      ("<rect x=\"1\" y=\"2\" width=\"28\" height=\"14\" class=\"rest\"/>", "Break"),
      ("<rect x=\"1\" y=\"1\" width=\"28\" height=\"16\" class=\"shift\"/>", "At work, nothing planned"),
    ].map { "<li><svg class=\"chip\" aria-hidden=\"true\">\($0.0)</svg>\($0.1)</li>" }
    return "<ul class=\"key\" aria-label=\"Legend\">\n\((kinds + others).joined(separator: "\n"))\n</ul>"
  }

  private func row(of person: RotaPageContent.Person, number: Int) -> String {
    let cells = person.days.enumerated().map { day, hours in
      guard let hours else { return "<td class=\"off\">off</td>" }
      let visits = hours.visits.count
      let words =
        visits == 0
        ? "no visits"
        : "\(PageWords.count(visits, "visit", "visits")), travel \(PageWords.duration(hours.travelMinutes))"
      return "<td>\(self.strip(hours, id: "s\(number)-\(day)"))<span>\(words)</span></td>"
    }.joined(separator: "\n")
    return """
      <tr><th scope="row"><a href="#person-\(number)">\(html(person.name))</a>\
      <span>\(html(PageWords.title(person.role)))</span></th>
      \(cells)</tr>
      """
  }

  /// The hours above a day's column.
  private var hours: String {
    let span = self.clockRange.upperBound - self.clockRange.lowerBound
    let every = span > 600 ? 180 : 120
    let marks = stride(from: self.clockRange.lowerBound, to: self.clockRange.upperBound, by: every).map { minute in
      let x = 100 * Double(minute - self.clockRange.lowerBound) / Double(span)
      return "<text x=\"\(svg(x))%\" y=\"9\">\(minute / 60)</text>"
    }
    return "<svg class=\"hours\" aria-hidden=\"true\">\(marks.joined())</svg>"
  }

  /// A rule for a line an hour behind every drawn day.
  var hourLines: String {
    let hours = (self.clockRange.upperBound - self.clockRange.lowerBound) / 60
    return ".day-strip { background-size: calc(100% / \(hours)) 100%; }"
  }

  /// A day to scale. The words beside it say the same, so readers of a screen pass it over.
  private func strip(_ day: RotaPageContent.Day, id: String) -> String {
    let range = self.clockRange
    let scale = 100 / Double(range.upperBound - range.lowerBound)
    func box(_ start: Int, _ end: Int) -> String {
      "x=\"\(svg(Double(start - range.lowerBound) * scale))%\" width=\"\(svg(Double(end - start) * scale))%\""
    }
    var drawn = "<rect \(box(day.start, day.end)) y=\"1\" height=\"26\" class=\"shift\"/>"
    for stretch in day.stretches {
      let times = "\(clock(stretch.start)) to \(clock(stretch.end))"
      let place = box(stretch.start, stretch.end)
      switch stretch.what {
      case .visit(_, let kind, let id, let others):
        let index = self.kinds.firstIndex(of: kind) ?? 0
        let middle = svg((Double(stretch.start + stretch.end) / 2 - Double(range.lowerBound)) * scale)
        let joint = others.isEmpty ? "" : " with \(html(others.joined(separator: " and ")))"
        drawn += """
          <g><title>\(times) \(html(PageWords.title(kind))), \(html(self.name(id)))\(joint)</title>\
          <rect \(place) y="3" height="22" class="f\(self.style(ofKind: kind))"/>\
          <text x="\(middle)%" y="18">\(html(self.kindMarks[index]))</text></g>
          """
      case .travel:
        drawn += "<rect \(place) y=\"12\" height=\"9\" fill=\"url(#hatch)\"/>"
      case .rest:
        drawn += "<rect \(place) y=\"4\" height=\"20\" class=\"rest\"><title>\(times) break</title></rect>"
      }
    }
    return "<svg class=\"day-strip\" aria-hidden=\"true\"><g id=\"\(id)\">\(drawn)</g></svg>"
  }

  /// The pattern that drawings fill travel with, defined once for the document.
  static let hatch = """
    <svg width="0" height="0" aria-hidden="true" focusable="false" style="position:absolute"><defs>\
    <pattern id="hatch" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">\
    <rect width="4" height="4" fill="#dfe8eb"/><rect width="1.5" height="4" fill="#3d6570"/></pattern></defs></svg>
    """
}
