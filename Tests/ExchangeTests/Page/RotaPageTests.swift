// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
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
    #expect(page.components(separatedBy: "</style>").count == 2)
  }

  @Test(arguments: [
    "<html lang=\"en-GB\">", "<h1>Rota, Monday 30 November to Friday 4 December 2026</h1>",
    "Week 2026-W49. Published by Helen on 27 November 2026, version 2.", "<th scope=\"col\">",
    "<th scope=\"row\">", "<caption>", "10:00 to 10:40", "Group, 40 min", "with Ben", "12:10 to 12:40 break",
    "10:40 travel 15 min", "14:00 travel 20 min to Town Hall", "1 visit has no place this week, and why.",
    "no one is free", "minutes of travel", "1,234", "Travel times are estimated.",
    "Made-up data.", "role=\"img\"", " km</text>", "Not working", "No visits",
  ]) func shows(_ text: String) throws {
    #expect(RotaPage.html(try SmallWeek().content()).contains(text))
  }

  @Test(arguments: ["<script", "http:", "https:", "src=", "@import", "javascript:"])
  func needsNothingFromOutside(_ text: String) throws {
    #expect(!RotaPage.html(try SmallWeek().content()).contains(text))
  }

  @Test func realDataAreNotCalledMadeUp() throws {
    #expect(!RotaPage.html(try SmallWeek().content(isMadeUp: false)).contains("Made-up"))
  }

  @Test func everyPersonHasALineOfTheirOwn() throws {
    let page = RotaPage.html(try SmallWeek().content())
    let key = try #require(page.range(of: "<h3>Journeys</h3>"))
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
}
