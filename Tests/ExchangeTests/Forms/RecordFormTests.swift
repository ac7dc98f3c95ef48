// SPDX-License-Identifier: Apache-2.0

import Exchange
import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct RecordFormTests {
  @Test(arguments: Shipped.screeners)
  func everyItemHasABoxForEveryResponse(_ screener: ScreenerDefinition) throws {
    let page = RecordForm.html(screener)
    #expect(RecordForm.html(screener) == page)
    for section in screener.sections {
      let set = try #require(screener.responses.first { $0.id == section.use })
      for item in section.items {
        #expect(page.contains("<td class=\"code\">\(item.code)</td>"), "\(item.code)")
        guard !set.isNumber else { continue }
        for option in set.options {
          #expect(page.contains("aria-label=\"\(item.code) \(option.code)\""), "\(item.code) \(option.code)")
        }
      }
    }
    #expect(page.contains("\(screener.id) \(screener.version), definition \(screener.hash.description.prefix(12))"))
    #expect(page.contains("Licence \(screener.licence.spdx), held by \(screener.licence.holder)"))
    for field in ["Child reference", "Second identifier", "Date of birth", "Languages at home", "gestation"] {
      #expect(page.contains(field))
    }
    #expect(page.contains("size: A4"))
    #expect(!page.contains("<script") && !page.contains("http"))
    #expect(try XMLDocumentCheck.isWellFormed(page))
  }

  @Test func theRulesOfTheDemoStandInWords() throws {
    let page = RecordForm.html(try Shipped.find("elsec.open-demo"))
    #expect(page.contains("Stop after 3 in a row I or NR; the rest of the section is not given and counts 0."))
    #expect(page.contains("Basal: 2 in a row C; the items above it on the page then count full points"))
    #expect(page.contains("3;00 to 3;11 ▸</td><td class=\"code\">U1</td>"))
    #expect(page.contains("4;00 to 5;11 ▸</td><td class=\"code\">U3</td>"))
    #expect(page.contains("Never use it to decide anything about a child"))
    #expect(page.contains("ALW = 2, SOM = 1, NEV = 0, NOB = not counted"))
  }

  @Test func wordsAreEscapedAndMissingOnesLeaveALine() throws {
    var screener = try Shipped.find("eyfs-cl")
    screener.title = TextByLanguage(["en": "<b>\"A\" & B</b>", "cy": "Cymraeg"])
    screener.sections[0].items[0].text = TextByLanguage([:])
    screener.sections[0].items[1].text = TextByLanguage(["en": "Speaking <3", "cy": "Siarad"])
    let page = RecordForm.html(screener)
    #expect(page.contains("<h1>&lt;b&gt;&quot;A&quot; &amp; B&lt;/b&gt;</h1>"))
    #expect(page.contains("<td class=\"code\">LAU</td><td><span class=\"line\"></span></td>"))
    #expect(page.contains("Speaking &lt;3"))
    let welsh = RecordForm.html(screener, language: "cy")
    #expect(welsh.contains("<h1>Cymraeg</h1>"))
    #expect(welsh.contains("Siarad"))
    #expect(welsh.contains("<html lang=\"cy\">"))
  }
}

/// Whether elements close in the order they open.
enum XMLDocumentCheck {
  static func isWellFormed(_ page: String) throws -> Bool {
    let empty: Set = ["meta", "br", "!DOCTYPE"]
    var open: [Substring] = []
    for piece in page.split(separator: "<").dropFirst(0) {
      guard let end = piece.firstIndex(where: { " >\n".contains($0) }) else { return false }
      let name = piece[..<end]
      if name.hasPrefix("/") {
        guard open.popLast() == name.dropFirst() else { return false }
      } else if !empty.contains(String(name)) {
        open.append(name)
      }
    }
    return open.isEmpty
  }
}
