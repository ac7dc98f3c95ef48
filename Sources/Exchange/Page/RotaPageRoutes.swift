// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Each person's days as lines on the map, a colour and line style a person.
struct RotaPageRoutes {
  private let view: RotaPageView
  private let layout: RotaMapLayout
  private let spots: [PlaceID: RotaMapLayout.Spot]

  init(_ view: RotaPageView, _ layout: RotaMapLayout) {
    self.view = view
    self.layout = layout
    self.spots = Dictionary(
      layout.spots.map { (view.content.places[$0.index].id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  func colour(_ number: Int) -> String { RotaPageStyle.colours[number % RotaPageStyle.colours.count] }

  func stroke(_ number: Int) -> String {
    let dashes = RotaPageStyle.dashes
    let dash = dashes[(number + number / RotaPageStyle.colours.count) % dashes.count]
    return "stroke=\"\(self.colour(number))\" stroke-dasharray=\"\(dash)\""
  }

  /// All days of one person, each a group of its own.
  func lines(of person: RotaPageContent.Person, number: Int) -> String {
    let days = person.days.enumerated().compactMap { index, day -> String? in
      guard let day, let path = self.path(of: day, number: number) else { return nil }
      let title = "\(person.name), \(PageWords.short(self.view.content.days[index]))"
      return """
        <path class="d d\(index + 1)" id="r\(number + 1)-\(index)" d="\(path)"><title>\(html(title))</title></path>
        """
    }
    guard !days.isEmpty else { return "" }
    return """
      <g class="w w\(number + 1)" fill="none" stroke-width="2" \(self.stroke(number))>
      \(days.joined(separator: "\n"))
      </g>
      """
  }

  /// The numbers of the stops of each day, to lie over the places; seen while one person and one day are picked.
  func stops(of person: RotaPageContent.Person, number: Int) -> String {
    let days = person.days.enumerated().compactMap { index, day -> String? in
      guard let day, !day.visits.isEmpty else { return nil }
      return "<g class=\"d d\(index + 1)\">\(self.stops(of: day))</g>"
    }
    return days.isEmpty
      ? "" : "<g class=\"w w\(number + 1) stops\" fill=\"\(self.colour(number))\">\(days.joined())</g>"
  }

  /// The same lines alone, over all places.
  func smallMap(of person: RotaPageContent.Person, number: Int) -> String {
    var places: Set<PlaceID> = []
    for case .visit(_, _, let place, _) in person.days.flatMap({ $0?.visits ?? [] }).map(\.what) {
      places.insert(place)
    }
    let uses = person.days.enumerated().compactMap { index, day -> String? in
      guard let day, self.path(of: day, number: number) != nil else { return nil }
      return "<use href=\"#r\(number + 1)-\(index)\"/>"
    }
    return """
      <figure><svg viewBox="0 0 760 \(svg(self.layout.height))" aria-hidden="true"><use href="#spots"/>\
      <g fill="none" stroke-width="5" stroke="\(self.colour(number))">\(uses.joined())</g></svg>\
      <figcaption>\(html(person.name)): \(PageWords.count(places.count, "place", "places")), \
      \(PageWords.duration(person.travelMinutes)) of travel</figcaption></figure>
      """
  }

  /// The day's journeys one after another, each bent to one side: the way out and the way back lie apart, and so do
  /// the lines of different people. `nil` when nothing is to be drawn.
  private func path(of day: RotaPageContent.Day, number: Int) -> String? {
    var path = ""
    var last: PlaceID?
    for case .travel(let from, let to) in day.stretches.map(\.what) where from != to {
      guard let start = self.spots[from], let end = self.spots[to] else {
        last = nil
        continue
      }
      let (dx, dy) = (end.x - start.x, end.y - start.y)
      let length = max(1, (dx * dx + dy * dy).squareRoot())
      let bend = (Double(number * 4 % 9) - 1) * min(3.5, length / 16)
      let middle = ((start.x + end.x) / 2 - dy / length * bend, (start.y + end.y) / 2 + dx / length * bend)
      if last != from { path += "M\(svg(start.x)) \(svg(start.y))" }
      path += "Q\(svg(middle.0)) \(svg(middle.1)) \(svg(end.x)) \(svg(end.y))"
      last = to
    }
    return path.isEmpty ? nil : path
  }

  /// Visits one after another at the same place are one stop.
  private func stops(of day: RotaPageContent.Day) -> String {
    var (order, last): ([PlaceID], PlaceID?) = ([], nil)
    for case .visit(_, _, let place, _) in day.stretches.map(\.what) where place != last {
      order.append(place)
      last = place
    }
    return order.enumerated().compactMap { index, place in
      self.spots[place].map { spot in
        """
        <circle cx="\(svg(spot.x))" cy="\(svg(spot.y))" r="9"/>\
        <text x="\(svg(spot.x))" y="\(svg(spot.y + 4))">\(index + 1)</text>
        """
      }
    }.joined()
  }
}
