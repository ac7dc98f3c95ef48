// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Scheduling
import Testing
import Vocabulary

struct RotaPageTests {
  @Test func theSameContentGivesTheSameBytes() throws {
    let page = RotaPage.html(try SmallWeek().content())
    #expect(page == RotaPage.html(try SmallWeek().content()))
  }

  @Test func theDocumentIsWellFormedXMLApartFromItsHead() throws {
    let page = RotaPage.html(try SmallWeek().content())
    let start = try #require(page.range(of: "<body>"))
    let end = try #require(page.range(of: "</body>"))
    let body = String(page[start.lowerBound..<end.upperBound])
    var open: [String] = []
    for match in body.matches(of: /<(\/?)([a-z0-9]+)([^<>]*?)(\/?)>/) {
      let name = String(match.2)
      if match.1 == "/" {
        #expect(open.popLast() == name)
      } else if match.4 != "/", name != "br" {
        open.append(name)
      }
    }
    #expect(open.isEmpty)
  }

  @Test func namesCannotBecomeMarkup() throws {
    let page = RotaPage.html(try SmallWeek().content())
    #expect(page.contains("Ash &amp; Elm &lt;Nursery&gt;"))
    #expect(!page.contains("<Nursery>"))
    #expect(page.contains("Asha &quot;A&quot; O&#39;Neil"))
    #expect(page.contains("Wren &amp; Moor"))
  }

  @Test func aNameCannotLeaveTheStyleSheet() throws {
    var content = try SmallWeek().content()
    content.area = "x\"; } </style><script>alert(1)</script>\\"
    let page = RotaPage.html(content)
    #expect(!page.contains("<script"))
    #expect(page.contains("&lt;script&gt;"))
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test(arguments: [
    "<html lang=\"en-GB\">", "<h1>Rota, Monday 30 November to Friday 4 December 2026</h1>",
    "Week 2026-W49. Published by Helen on 27 November 2026, version 2.", "<th scope=\"col\">",
    "<th scope=\"row\">", "<caption>", "10:00 to 10:40", "Group, 40 min", "with Ben", "12:10 to 12:40 break",
    "10:40 travel 15 min", "14:00 travel 20 min to Town Hall", "1 visit has no place this week, and why.",
    "<caption>Each day runs from 08:00 to 17:00",
    "<summary><b>1</b> no one is free</summary>", "2 visits, travel 45 min", "<td class=\"off\">off</td>",
    "no one is free", "minutes of travel", "1,234", "Travel times are estimated.",
    "Made-up data.", "role=\"img\"", " km</text>", "Not working", "No visits",
  ]) func shows(_ text: String) throws {
    #expect(RotaPage.html(try SmallWeek().content()).contains(text))
  }

  @Test(arguments: ["<script", "http:", "https:", "src=", "@import", "javascript:", "url(h", "<link", "<iframe"])
  func needsNothingFromOutside(_ text: String) throws {
    #expect(!RotaPage.html(try Self.full()).contains(text))
  }

  @Test func thePageItselfForbidsScriptsAndWhatComesFromOutside() throws {
    let page = RotaPage.html(try Self.full())
    #expect(page.contains("content=\"default-src 'none'; style-src 'unsafe-inline'\""))
    #expect(page.firstMatch(of: /\son[a-z]+=/) == nil, "no handlers of events")
  }

  /// Text that would become markup, wherever it came in.
  @Test(arguments: [
    "<img src=x onerror=alert(1)>", "\" onmouseover=\"alert(1)", "</title></svg><script>alert(1)</script>", "]]>&lt;",
    "</style><script>", "\u{0}\u{1B}[31m",
  ])
  func noTextCanBecomeMarkup(_ text: String) throws {
    let page = RotaPage.html(try Self.full(naming: text))
    let plain = RotaPage.html(try Self.full(naming: "Plain"))
    func tags(_ page: String) -> [Substring] { page.matches(of: /<\/?[a-zA-Z]+/).map(\.0) }
    #expect(tags(page) == tags(plain))
    #expect(!page.contains(text))
  }

  @Test func everyReferenceOnThePageHasItsTargetAndNoIDStandsTwice() throws {
    let page = RotaPage.html(try Self.full())
    let ids = page.matches(of: /\sid="([^"]+)"/).map { String($0.1) }
    #expect(Set(ids).count == ids.count)
    let targets = page.matches(of: /href="#([^"]+)"/).map { String($0.1) }
    let labels = page.matches(of: /aria-labelledby="([^"]+)"/).flatMap { $0.1.split(separator: " ").map(String.init) }
    #expect(Set(targets + labels).isSubset(of: ids), "\(Set(targets + labels).subtracting(ids))")
    for choice in page.matches(of: /#((?:who|day)-[0-9]+):checked/) { #expect(ids.contains(String(choice.1))) }
  }

  @Test func headingsGoDownOneStepAtATime() throws {
    let levels = RotaPage.html(try Self.full()).matches(of: /<h([1-6])/).compactMap { Int($0.1) }
    #expect(levels.first == 1 && levels.count { $0 == 1 } == 1)
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
  }

  @Test func aDrawnDayIsToScale() throws {
    let page = RotaPage.html(try SmallWeek().content())
    // 08:00 to 17:00 are 540 minutes: the shift begins after 30 of them, the first visit after 120.
    #expect(page.contains("<rect x=\"5.6%\" width=\"88.9%\" y=\"1\" height=\"26\" class=\"shift\"/>"))
    #expect(
      page.contains(
        "<title>10:00 to 10:40 Group, Ash &amp; Elm &lt;Nursery&gt;</title><rect x=\"22.2%\" width=\"7.4%\""))
  }

  @Test func kindsHaveLettersOfTheirOwn() throws {
    var content = try SmallWeek().content()
    content.leftOut += ["screen", "supervise", "ss", "s"].map {
      .init(visit: VisitID($0), kind: $0, place: "s1", minutes: 20, reason: "r")
    }
    let page = RotaPage.html(content)
    let key = try #require(page.range(of: "aria-label=\"Legend\""))
    let marks = page[key.upperBound...].matches(of: /<text x="50%" y="13">([^<]+)</).map { String($0.1) }
    #expect(marks == ["A", "G", "S", "C", "1", "U"])
  }

  @Test(
    arguments: [
      (nil, "Could cost less by</dt>", false), (1_234, "nothing: optimal", true), (1_200, "2.8% at most", true),
      (1_200, "no rota of this week costs less than 1,200", true), (1_300, "Could cost less by</dt>", false),
    ] as [(Int?, String, Bool)])
  func theBoundIsToldWhereItIsOne(_ bound: Int?, _ text: String, _ isThere: Bool) throws {
    var content = try SmallWeek().content()
    content.bound = bound
    #expect(RotaPage.html(content).contains(text) == isThere)
  }

  @Test func whatChangedIsToldWithWhomToTell() throws {
    let small = try SmallWeek()
    var content = small.content()
    #expect(!RotaPage.html(content).contains("id=\"changes\""))
    let before = RotaAnswer(
      problem: "small",
      assignments: [
        .init(visit: "v2", staff: ["p1", "p2"], day: 0, start: 780),
        .init(visit: "v1", staff: ["p2"], day: 0, start: 610), .init(visit: "v3", staff: ["p2"], day: 0, start: 660),
      ]
    )
    content.changes = .init(
      since: "version 1", from: before, of: small.problem, to: small.answer, of: small.problem)
    let page = RotaPage.html(content)
    for text in [
      "Against version 1: 2 visits differ.", "Asha &quot;A&quot; O&#39;Neil <span>(1)</span>", "Ben <span>(2)</span>",
      "<s>Mon 30 Nov, 10:10 to 10:50, Ben</s>", "Mon 30 Nov, 10:00 to 10:40, Asha &quot;A&quot; O&#39;Neil</td>",
      "\u{2212}</b> gone", "\u{2192}</b> moved",
    ] { #expect(page.contains(text), "\(text)") }
    content.changes = .init(
      since: "version 1", from: small.answer, of: small.problem, to: small.answer, of: small.problem)
    #expect(RotaPage.html(content).contains("Nothing differs from version 1: nobody needs to be told."))
  }

  @Test func theFirstObstaclesStandBesideAVisitLeftOut() throws {
    let small = try SmallWeek()
    var content = small.content()
    content.explainLeftOut(small.answer, of: small.problem)
    let obstacles = try #require(content.leftOut.first?.obstacles)
    #expect(!obstacles.isEmpty)
    let page = RotaPage.html(content)
    for obstacle in obstacles {
      let escaped = obstacle.replacing("&", with: "&amp;").replacing("\"", with: "&quot;")
        .replacing("'", with: "&#39;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
      #expect(page.contains("<li>\(escaped)</li>"))
    }
  }

  @Test func sixtyPeopleWithAThousandVisitsStayBelowAMegabyteAndAHalf() throws {
    let page = RotaPage.html(try Self.large(people: 60, visitsADay: 4, leftOut: 200))
    #expect(page.utf8.count < 1_500_000, "\(page.utf8.count)")
    let half = RotaPage.html(try Self.large(people: 30, visitsADay: 4, leftOut: 100))
    #expect(page.utf8.count < half.utf8.count * 21 / 10, "it grows with what it shows, no faster")
  }

  @Test func realDataAreNotCalledMadeUp() throws {
    #expect(!RotaPage.html(try SmallWeek().content(isMadeUp: false)).contains("Made-up"))
  }

  @Test func everyPersonHasALineOfTheirOwn() throws {
    let page = RotaPage.html(try SmallWeek().content())
    let key = try #require(page.range(of: "<legend>Person</legend>"))
    let lines = page[key.upperBound...].matches(of: /stroke="(#[0-9a-f]+)"[^>]*stroke-dasharray="([^"]+)"/)
      .prefix(2).map { "\($0.1) \($0.2)" }
    #expect(Set(lines).count == 2)
  }

  @Test func everyPlaceOnTheMapIsInTheFrame() throws {
    let page = RotaPage.html(try SmallWeek().content())
    let view = try #require(page.firstMatch(of: /viewBox="0 0 760 ([0-9.]+)"/))
    let height = try #require(Double(view.1))
    for match in page.matches(of: /<circle cx="([0-9.-]+)" cy="([0-9.-]+)"/) {
      let (x, y) = (try #require(Double(match.1)), try #require(Double(match.2)))
      #expect((0...760).contains(x) && (0...height).contains(y))
    }
  }

  @Test func withoutCoordinatesThereIsNoMap() throws {
    var content = try SmallWeek().content()
    content.places = content.places.map {
      .init(id: $0.id, name: $0.name, coordinate: nil, isBase: $0.isBase)
    }
    #expect(!RotaPage.html(content).contains("The week on a map"))
  }

  @Test func anEmptyRotaIsAPageToo() throws {
    var content = try SmallWeek().content()
    content.people = []
    content.leftOut = []
    content.places = []
    content.costs = []
    let page = RotaPage.html(content)
    #expect(page.contains("Every visit that was asked for has its place on this rota."))
    #expect(page.hasSuffix("</html>\n"))
  }

  @Test func theTableHasARowAVisitAndPerson() throws {
    let text = String(decoding: RotaSheet.csv(try SmallWeek().content()), as: UTF8.self)
    #expect(
      text == """
        date,start,end,staff,name,role,place,setting,kind,minutes,with,visit,status,reason
        2026-11-30,10:00,10:40,p1,"Asha ""A"" O'Neil",practitioner,s1,Ash & Elm <Nursery>,group,40,,v1,placed,
        2026-11-30,13:00,14:00,p1,"Asha ""A"" O'Neil",practitioner,s2,Birch Primary School,assess,60,Ben,v2,placed,
        2026-11-30,13:00,14:00,p2,Ben,practitioner,s2,Birch Primary School,assess,60,"Asha ""A"" O'Neil",v2,placed,
        ,,,,,,s2,Birch Primary School,group,45,,v3,left out,no one is free

        """
    )
  }

  /// A page on which every section has something to show, with `name` wherever a person can type one.
  private static func full(naming name: String = "Plain") throws -> RotaPageContent {
    let small = try SmallWeek()
    var content = small.content()
    content.area = name
    content.publication = name
    content.travelStatement = name
    content.bound = 1_200
    content.costs = [.init(words: name, count: 1, cost: 1_234)]
    content.places = content.places.map {
      .init(id: $0.id, name: name, coordinate: Coordinate(latitude: 55.1, longitude: -2.4), isBase: $0.isBase)
    }
    content.people = content.people.map { person in
      .init(
        id: person.id,
        name: name,
        role: name,
        days: person.days.map { day in
          day.map { day in
            .init(
              start: day.start,
              end: day.end,
              stretches: day.stretches.map { stretch in
                guard case .visit(let visit, _, let place, _) = stretch.what else { return stretch }
                return .init(
                  start: stretch.start, end: stretch.end, what: .visit(visit, kind: name, place: place, with: [name]))
              }
            )
          }
        },
        weekMinutes: person.weekMinutes
      )
    }
    content.leftOut = [
      .init(visit: VisitID(name), kind: name, place: "s1", minutes: 30, reason: name, obstacles: [name, name])
    ]
    content.changes = .init(
      since: name,
      all: [.init(visit: "v", kind: name, place: name, was: name, now: name)],
      people: [.init(name: name, visits: 1)],
      places: [.init(name: name, visits: 1)]
    )
    return content
  }

  /// Five days of the given visits with a journey before each, over 400 places with names of the usual length.
  private static func large(people: Int, visitsADay: Int, leftOut: Int) throws -> RotaPageContent {
    let monday = try #require(CivilDate("2026-11-30"))
    let places = (0..<people * 7).map { (index: Int) -> RotaPageContent.Place in
      let (latitude, longitude) = (52 + Double(index % 20) / 40, -2 - Double(index / 20) / 40)
      return RotaPageContent.Place(
        id: PlaceID("s\(index)"),
        name: "Larchholt Church of England Primary School \(index)",
        coordinate: Coordinate(latitude: latitude, longitude: longitude),
        isBase: index == 0
      )
    }
    func stretches(_ number: Int) -> [RotaPageContent.Stretch] {
      (0..<visitsADay).flatMap { visit -> [RotaPageContent.Stretch] in
        let (from, to) = (
          places[(number * 3 + visit) % places.count].id, places[(number * 3 + visit + 1) % places.count].id
        )
        let start = 540 + 70 * visit
        return [
          .init(start: start - 20, end: start, what: .travel(from: from, to: to)),
          .init(
            start: start,
            end: start + 45,
            what: .visit(VisitID("2026-W49.990001.talk-group.\(number).\(visit)"), kind: "group", place: to, with: [])
          ),
        ]
      }
    }
    return RotaPageContent(
      area: "Wrenmoor",
      week: SchoolWeek(containing: monday),
      days: (0..<5).map { monday.adding(days: $0) },
      publication: "Published by Helen.",
      places: places,
      people: (0..<people).map { person in
        .init(
          id: StaffID("p\(person)"),
          name: "Practitioner \(person)",
          role: "practitioner",
          days: (0..<5).map { .init(start: 510, end: 990, stretches: stretches(person * 5 + $0)) },
          weekMinutes: 2_220
        )
      },
      leftOut: (0..<leftOut).map {
        .init(
          visit: VisitID("2026-W49.990001.talk-group.left.\($0)"),
          kind: "group",
          place: "s1",
          minutes: 45,
          reason: "nobody who may do it has \(30 + $0 % 30) minutes free inside its windows, travel counted",
          obstacles: Array(repeating: String(repeating: "twenty characters yes", count: 8), count: 3)
        )
      },
      costs: [.init(words: "minutes of travel", count: 10, cost: 10)],
      travelStatement: "Travel times are estimated."
    )
  }
}
