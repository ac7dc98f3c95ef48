// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// The week on a map: places as dots with numbers, each person's journeys as lines of their own.
  var map: String {
    guard let layout = RotaMapLayout(self.content.places) else { return "" }
    let routes = self.content.people.enumerated()
      .map { self.routes(of: $0.element, number: $0.offset, layout) }.joined(separator: "\n")
    let key = self.content.people.enumerated().map { index, person in
      """
      <li><svg width="46" height="10" aria-hidden="true"><path d="M2 5H44" fill="none" \
      \(Self.stroke(index, width: 2.4))/></svg>\(html(person.name))</li>
      """
    }.joined(separator: "\n")
    let small = self.content.people.enumerated().filter { $0.element.visitCount > 0 }
      .map { self.smallMap(of: $0.element, number: $0.offset, layout) }.joined(separator: "\n")
    return """
      <section class="new-page" aria-labelledby="map">
      <h2 id="map">The week on a map</h2>
      <div class="map">
      <figure>
      <svg viewBox="0 0 760 \(svg(layout.height))" role="img" aria-labelledby="map-title map-text">
      <title id="map-title">Map of the week's journeys</title>
      <desc id="map-text">Every place as a numbered dot and every person's journeys as lines. The same \
      journeys stand in the tables of the week, person by person.</desc>
      \(self.spots(layout))
      \(routes)
      \(self.dots(layout))
      \(self.scaleBar(layout))
      </svg>
      <figcaption>North is up. A line is a journey, not a road; the thicker, the more often it is made. \
      Filled dots have a visit this week, squares are bases.</figcaption>
      </figure>
      <div>
      <h3>Journeys</h3>
      <ul class="key">
      \(key)
      </ul>
      </div>
      </div>
      <ol class="places" aria-label="Places on the map">
      \(self.placeList(layout))
      </ol>
      <h3 class="small-title">One map a person</h3>
      <div class="small-maps">
      \(small)
      </div>
      </section>
      """
  }

  private static func stroke(_ index: Int, width: Double) -> String {
    let colours = RotaPageStyle.colours
    let dashes = RotaPageStyle.dashes
    let dash = dashes[(index + index / colours.count) % dashes.count]
    return
      "stroke=\"\(colours[index % colours.count])\" stroke-width=\"\(svg(width))\" stroke-linecap=\"round\""
      + " stroke-dasharray=\"\(dash)\""
  }

  private func routes(
    of person: RotaPageContent.Person,
    number: Int,
    _ layout: RotaMapLayout
  ) -> String {
    let spots = Dictionary(
      layout.spots.map { (self.content.places[$0.index].id.rawValue, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    var order: [[String]] = []
    var times: [[String]: Int] = [:]
    for stretch in person.days.flatMap({ $0?.stretches ?? [] }) {
      guard case .travel(let from, let to) = stretch.what, from != to else { continue }
      let ends = [from.rawValue, to.rawValue].sorted()
      if times[ends] == nil { order.append(ends) }
      times[ends, default: 0] += 1
    }
    let side = Double(number) - Double(self.content.people.count - 1) / 2
    let paths = order.compactMap { ends -> String? in
      guard let from = spots[ends[0]], let to = spots[ends[1]] else { return nil }
      let (dx, dy) = (to.x - from.x, to.y - from.y)
      let length = max(1, (dx * dx + dy * dy).squareRoot())
      // Lines between the same two places bend apart, each person's to a side of its own.
      let bend = side * min(7, length / 9)
      let middle = (
        (from.x + to.x) / 2 - dy / length * bend * 2, (from.y + to.y) / 2 + dx / length * bend * 2
      )
      let count = times[ends] ?? 1
      let title =
        "\(person.name): \(self.name(ends[0])) and \(self.name(ends[1])), "
        + PageWords.count(count, "journey", "journeys")
      return """
        <path d="M\(svg(from.x)) \(svg(from.y))Q\(svg(middle.0)) \(svg(middle.1)) \(svg(to.x)) \(svg(to.y))" \
        fill="none" opacity="0.85" \(Self.stroke(number, width: min(3.6, 1.2 + 0.5 * Double(count))))>\
        <title>\(html(title))</title></path>
        """
    }
    return "<g id=\"route-\(number + 1)\">\n\(paths.joined(separator: "\n"))\n</g>"
  }

  /// The same drawing with one person's lines alone.
  private func smallMap(
    of person: RotaPageContent.Person,
    number: Int,
    _ layout: RotaMapLayout
  ) -> String {
    let places = Set(
      person.days.flatMap { $0?.visits ?? [] }.compactMap { visit -> String? in
        if case .visit(_, _, let place, _) = visit.what { place.rawValue } else { nil }
      }
    )
    return """
      <figure><svg viewBox="0 0 760 \(svg(layout.height))" aria-hidden="true"><use href="#spots"/>\
      <use href="#route-\(number + 1)"/></svg>\
      <figcaption>\(html(person.name)): \(PageWords.count(places.count, "place", "places")), \
      \(PageWords.duration(person.travelMinutes)) of travel</figcaption></figure>
      """
  }

  private var visited: Set<String> {
    var visited: Set<String> = []
    for person in self.content.people {
      for case .visit(_, _, let place, _) in person.days.flatMap({ $0?.visits ?? [] }).map(\.what) {
        visited.insert(place.rawValue)
      }
    }
    return visited
  }

  private func dots(_ layout: RotaMapLayout) -> String {
    let visited = self.visited
    let labels = layout.labels(width: 17, height: 13)
    let numbered = zip(layout.spots, labels).map { spot, label in
      let place = self.content.places[spot.index]
      let (x, y) = (svg(spot.x), svg(spot.y))
      let reach = max(abs(label.x - spot.x), abs(label.y - spot.y))
      let lead =
        reach > 15
        ? "<path d=\"M\(x) \(y)L\(svg(label.x)) \(svg(label.y))\" stroke=\"#4a5662\" stroke-width=\"0.7\"/>"
        : ""
      let mark =
        place.isBase
        ? """
        <rect x="\(svg(spot.x - 6.5))" y="\(svg(spot.y - 6.5))" width="13" height="13" fill="#1c252e" \
        stroke="#fff" stroke-width="1.5"/>
        """
        : """
        <circle cx="\(x)" cy="\(y)" r="4.6" fill="\(visited.contains(place.id.rawValue) ? "#1c252e" : "#fff")" \
        stroke="\(visited.contains(place.id.rawValue) ? "#fff" : "#1c252e")" stroke-width="1.3"/>
        """
      return """
        <g>\(lead)\(mark)<text x="\(svg(label.x))" y="\(svg(label.y + 4))" text-anchor="middle" \
        font-size="11.5" font-weight="\(place.isBase ? 700 : 500)" fill="#1c252e" stroke="#fbfcfd" \
        stroke-width="3" paint-order="stroke">\(spot.index + 1)</text><title>\(html(place.name))</title></g>
        """
    }
    return numbered.joined(separator: "\n")
  }

  /// Every place as a small mark without a number, for the maps of single persons.
  private func spots(_ layout: RotaMapLayout) -> String {
    let marks = layout.spots.map { spot in
      self.content.places[spot.index].isBase
        ? "<rect x=\"\(svg(spot.x - 9))\" y=\"\(svg(spot.y - 9))\" width=\"18\" height=\"18\" fill=\"#1c252e\"/>"
        : "<circle cx=\"\(svg(spot.x))\" cy=\"\(svg(spot.y))\" r=\"6\" fill=\"#8b97a2\"/>"
    }
    return "<defs><g id=\"spots\">\(marks.joined())</g></defs>"
  }

  private func scaleBar(_ layout: RotaMapLayout) -> String {
    let length = Double(layout.scaleKilometres) * layout.pointsPerKilometre
    let y = layout.height - 14
    return """
      <g><path d="M16 \(svg(y - 5))V\(svg(y))H\(svg(16 + length))V\(svg(y - 5))" fill="none" stroke="#1c252e" \
      stroke-width="1.5"/><text x="\(svg(22 + length))" y="\(svg(y + 2))" font-size="12" fill="#1c252e">\
      \(layout.scaleKilometres) km</text></g>
      """
  }

  private func placeList(_ layout: RotaMapLayout) -> String {
    layout.spots.map { spot in
      let place = self.content.places[spot.index]
      return "<li><b>\(spot.index + 1)</b>\(html(place.name))\(place.isBase ? " (base)" : "")</li>"
    }.joined(separator: "\n")
  }
}
