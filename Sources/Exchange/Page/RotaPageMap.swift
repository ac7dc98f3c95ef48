// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaPageView {
  /// The week on a map: places as dots with numbers, each person's days as lines, one person or day to be picked out.
  var map: String {
    guard let layout = RotaMapLayout(self.content.places) else { return "" }
    let routes = RotaPageRoutes(self, layout)
    let small = self.content.people.enumerated().filter { $0.element.visitCount > 0 }
      .map { routes.smallMap(of: $0.element, number: $0.offset) }.joined(separator: "\n")
    return """
      <section id="map" class="new-page" aria-labelledby="map-heading">
      <h2 id="map-heading">The week on a map</h2>
      <div class="map">
      <figure>
      <svg viewBox="0 0 760 \(svg(layout.height))" role="img" aria-labelledby="map-title map-text">
      <title id="map-title">Map of the week's journeys</title>
      <desc id="map-text">Every place as a numbered dot and every person's journeys as lines. The same \
      journeys stand in the tables of the week, person by person.</desc>
      \(self.spots(layout))
      \(self.content.people.enumerated().map { routes.lines(of: $0.element, number: $0.offset) }
        .joined(separator: "\n"))
      \(self.dots(layout))
      \(self.content.people.enumerated().map { routes.stops(of: $0.element, number: $0.offset) }
        .filter { !$0.isEmpty }.joined(separator: "\n"))
      \(self.scaleBar(layout))
      </svg>
      <figcaption>North is up. A line is a journey, not a road. Filled dots have a visit this week, squares are \
      bases. With one person and one day picked, the stops are numbered in their order.</figcaption>
      </figure>
      <div class="pick">
      <fieldset><legend>Day</legend>
      \(self.dayChoices)
      </fieldset>
      <fieldset><legend>Person</legend>
      \(self.personChoices(routes))
      </fieldset>
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

  private var dayChoices: String {
    let days = ["All week"] + self.content.days.map { PageWords.short($0) }
    return days.enumerated().map { index, name in
      "<label><input type=\"radio\" name=\"day\" id=\"day-\(index)\"\(index == 0 ? " checked" : " class=\"one\"")/>\(name)</label>"
    }.joined(separator: "\n")
  }

  private func personChoices(_ routes: RotaPageRoutes) -> String {
    let everyone =
      "<label><input type=\"radio\" name=\"who\" id=\"who-0\" checked/>Everyone</label>"
    let people = self.content.people.enumerated().map { index, person in
      """
      <label><input type="radio" name="who" id="who-\(index + 1)" class="one"/><svg width="30" height="10" aria-hidden="true">\
      <path d="M1 5H29" fill="none" stroke-width="2.6" \(routes.stroke(index))/></svg>\(html(person.name))</label>
      """
    }
    return ([everyone] + people).joined(separator: "\n")
  }

  /// The rules that hide the lines of people and days that are not picked. A browser that does not know `:has` shows
  /// all lines.
  var mapChoices: String {
    // Classes alone, so that the rules with ids still hide the stops of those who are not picked.
    let stops = ".map:has([name=who].one:checked):has([name=day].one:checked) .stops{display:inline}"
    let people = self.content.people.indices.map {
      ".map:has(#who-\($0 + 1):checked) .w:not(.w\($0 + 1)){display:none}"
    }
    let days = self.content.days.indices.map {
      ".map:has(#day-\($0 + 1):checked) .d:not(.d\($0 + 1)){display:none}"
    }
    return ([stops] + people + days).joined(separator: "\n")
  }

  private func dots(_ layout: RotaMapLayout) -> String {
    let visited = self.visited
    let isCrowded = layout.spots.count > 120
    let labels = layout.labels(width: isCrowded ? 14 : 17, height: isCrowded ? 9 : 13)
    let (size, radius) = isCrowded ? (7.5, 2.6) : (11.5, 4.6)
    return zip(layout.spots, labels).map { spot, label in
      let place = self.content.places[spot.index]
      let (x, y) = (svg(spot.x), svg(spot.y))
      let mark =
        place.isBase
        ? """
        <rect x="\(svg(spot.x - 6.5))" y="\(svg(spot.y - 6.5))" width="13" height="13" fill="#1c252e" \
        stroke="#fff" stroke-width="1.5"/>
        """
        : "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(svg(radius))\" class=\"\(visited.contains(place.id) ? "on" : "out")\"/>"
      var text = ""
      if let label {
        let isFar = max(abs(label.x - spot.x), abs(label.y - spot.y)) > 15
        text = isFar ? "<path d=\"M\(x) \(y)L\(svg(label.x)) \(svg(label.y))\" class=\"lead\"/>" : ""
        text += """
          <text x="\(svg(label.x))" y="\(svg(label.y + size * 0.35))" font-size="\(svg(size))"\
          \(place.isBase ? " font-weight=\"700\"" : "")>\(spot.index + 1)</text>
          """
      }
      return "<g class=\"dot\"><title>\(html(place.name))</title>\(mark)\(text)</g>"
    }.joined(separator: "\n")
  }

  private var visited: Set<PlaceID> {
    var visited: Set<PlaceID> = []
    for case .visit(_, _, let place, _) in self.content.stretches.map(\.what) { visited.insert(place) }
    return visited
  }

  /// Every place as a small mark without a number, for the maps of single persons.
  private func spots(_ layout: RotaMapLayout) -> String {
    let marks = layout.spots.map { spot in
      self.content.places[spot.index].isBase
        ? "<rect x=\"\(svg(spot.x - 9))\" y=\"\(svg(spot.y - 9))\" width=\"18\" height=\"18\" fill=\"#1c252e\"/>"
        : "<circle cx=\"\(svg(spot.x))\" cy=\"\(svg(spot.y))\" r=\"6\" fill=\"#a9b3bc\"/>"
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
