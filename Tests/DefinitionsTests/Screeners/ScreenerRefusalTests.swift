// SPDX-License-Identifier: Apache-2.0

import Testing

/// A change to the demo screener, and the first finding it must lead to.
struct Refusal: Sendable, CustomTestStringConvertible {
  let old: String
  let new: String
  let code: String
  let place: String
  /// Parts of the message and the remedy.
  let says: [String]

  init(_ old: String, _ new: String, _ code: String, _ place: String, _ says: String...) {
    (self.old, self.new, self.code, self.place, self.says) = (old, new, code, place, says)
  }

  var testDescription: String { "\(self.code): \(self.new)" }
}

@Suite struct ScreenerRefusalTests {
  /// Keys and values of the wrong shape.
  static let shapes = [
    Refusal(
      "status: demo ",
      "statsu: demo ",
      "definition.unknown-key",
      "screener.yaml:5:1",
      "the screener has no key 'statsu'",
      "'status' was meant"
    ),
    Refusal(
      "    use: try",
      "    use: try\n    colour: red",
      "definition.unknown-key",
      "screener.yaml:25:5",
      "a section has no key 'colour'",
      "the keys are id, title, use, ages, items, reverse"
    ),
    Refusal(
      "status: demo ",
      "status: demoo ",
      "definition.wrong-value",
      "screener.yaml:5:9",
      "one of demo, draft, active, retired is wanted here, not 'demoo'",
      "'demo'"
    ),
    Refusal(
      "licence: {spdx: CC0-1.0, holder: project, items: included, norms: included, ship: true}\n",
      "",
      "definition.missing-key",
      "screener.yaml:2:1",
      "the screener lacks the key 'licence'",
      "add 'licence: …'"
    ),
    Refusal(
      "holder: project, ",
      "",
      "definition.missing-key",
      "screener.yaml:7:10",
      "the licence lacks the key 'holder'"
    ),
    Refusal(
      "spdx: CC0-1.0",
      "spdx: \"\"",
      "definition.wrong-value",
      "screener.yaml:7:17",
      "a text is wanted here, not the quoted text ''"
    ),
    Refusal(
      "  - {part: norms, source: simulated, n: 2000, population: synthetic, year: 2026}\n",
      "",
      "definition.missing-key",
      "screener.yaml:8:1",
      "the provenance does not say where the norms are from",
      "add {part: norms, source: …}"
    ),
    Refusal(
      "part: items",
      "part: cuts",
      "definition.missing-key",
      "screener.yaml:8:1",
      "the provenance does not say where the items are from"
    ),
    Refusal(
      "tiers:  ",
      "tiers: []\nextra:",
      "definition.unknown-key",
      "screener.yaml:73:1",
      "the screener has no key 'extra'"
    ),
    Refusal(
      "changes:\n  - {version: 1.2.0, dated: 2026-11-21, what: ceiling 4 to 3, rescored: false}",
      "changes: []",
      "definition.missing-key",
      "screener.yaml:78:1",
      "'changes' is empty",
      "add at least one entry"
    ),
    Refusal(
      "version: 1.2.0 ",
      "version: 1.2 ",
      "definition.wrong-value",
      "screener.yaml:4:10",
      "a version of three numbers is wanted here, not '1.2'",
      "write it like 1.2.0"
    ),
    Refusal(
      "title: Understanding",
      "title: 1.10",
      "definition.wrong-value",
      "screener.yaml:23:12",
      "a text is wanted here, not '1.10'",
      "write it in quotes: \"1.10\""
    ),
    Refusal(
      "range: [36, 71]",
      "range: [3;00, 5;12]",
      "definition.wrong-value",
      "screener.yaml:14:17",
      "an age is wanted here, not '5;12'",
      "years;months (3;06)"
    ),
    Refusal(
      "range: [36, 71]",
      "range: 36",
      "definition.wrong-value",
      "screener.yaml:14:10",
      "a list is wanted here, not '36'"
    ),
    Refusal(
      "dated: 2026-11-21}\n  - {part",
      "dated: 21.11.2026}\n  - {part",
      "definition.wrong-value",
      "screener.yaml:9:72",
      "a date is wanted here",
      "such as 2026-11-30"
    ),
    Refusal(
      "n: 2000",
      "n: 0",
      "definition.wrong-value",
      "screener.yaml:10:41",
      "a whole number from at least 1 is wanted here, not '0'"
    ),
    Refusal(
      "SOM: 1,",
      "SOM: one,",
      "definition.wrong-value",
      "screener.yaml:19:22",
      "points or the word missing is wanted here, not 'one'",
      "SOM: 0 or SOM: missing"
    ),
    Refusal(
      "{scale: z.all",
      "{scael: z.all",
      "definition.missing-key",
      "screener.yaml:56:3",
      "the score 'ss.all' does not say how it is made",
      "'scale' was meant"
    ),
    Refusal(
      "report: [\"<1\", \">99\"]",
      "report: [1, 99]",
      "definition.wrong-value",
      "screener.yaml:57:40",
      "a text is wanted here, not '1'"
    ),
    Refusal(
      "if: \"not-normed\"",
      "if: \"not-normd\"",
      "definition.wrong-value",
      "screener.yaml:73:24",
      "the condition can't be read",
      "not-normd",
      "\"band = red\""
    ),
    Refusal(
      "    use: try",
      "    use: try\n    reverse: [U9]",
      "definition.wrong-value",
      "screener.yaml:25:15",
      "the section 'U' has no item 'U9' to reverse",
      "'U1' was meant"
    ),
    Refusal(
      "format: screener/1",
      "format: screener/2",
      "definition.wrong-value",
      "screener.yaml:2:9",
      "the format is 'screener/2', and this version reads screener/1"
    ),
    Refusal(
      "title: {en: \"Open language observation (synthetic norms, not for clinical use)\"}",
      "title: {en: Open language observation (synthetic norms, not for clinical use)}",
      "definition.unknown-key",
      "screener.yaml:6:57",
      "'not for clinical use)' is no language code",
      "put the whole text in quotes"
    ),
  ]

  /// Parts that don't fit together; the sentences are the rules' own.
  static let meanings = [
    Refusal("below: 82}", "below: 81}", "screener.band-gap", "screener.yaml:70:31", "81", "no band"),
    Refusal("below: 82}", "below: 83}", "screener.band-overlap", "screener.yaml:70:5", "82", "red", "amber"),
    Refusal("at: U3}", "at: U9}", "screener.unknown-name", "screener.yaml:48:56", "U9", "U1"),
    Refusal("raw.u: {sum: U,", "raw.u: {sum: W,", "screener.unknown-name", "screener.yaml:52:11", "W"),
    Refusal("of: C, credit", "of: CC, credit", "screener.unknown-name", "screener.yaml:49:21", "CC"),
    Refusal("use: obs", "use: ob", "screener.unknown-name", "screener.yaml:37:5", "ob", "obs, try"),
    Refusal("of: raw.all}", "of: raw.al}", "screener.unknown-name", "screener.yaml:55:21", "raw.al"),
    Refusal("band in red amber", "band in red ambr", "screener.unknown-name", "screener.yaml:75:22", "ambr"),
    Refusal(
      "      E6: gives a reason",
      "      U1: gives a reason",
      "screener.duplicate-code",
      "screener.yaml:45:7",
      "U1"
    ),
    Refusal("range: [36, 71]", "range: [71, 36]", "screener.age-range", "screener.yaml:14:3", "71 to 36"),
    Refusal(
      "ages: [36, 47], at: U1",
      "ages: [36, 46], at: U1",
      "screener.start-age",
      "screener.yaml:48:5",
      "47"
    ),
    Refusal(
      "ages: [36, 47], at: U1",
      "ages: [36, 48], at: U1",
      "screener.start-age",
      "screener.yaml:48:40",
      "48"
    ),
    Refusal(
      "reverse: true}   #",
      "reverse: false}   #",
      "screener.item-unreachable",
      "screener.yaml:49:48",
      "U1, U2"
    ),
    Refusal(
      "run: 3, of: [I, NR]",
      "run: 9, of: [I, NR]",
      "screener.ceiling-impossible",
      "screener.yaml:50:15",
      "9"
    ),
    Refusal(
      "missing: {allow: 1, rule: prorate}",
      "missing: {allow: 1}",
      "screener.missing-rule",
      "screener.yaml:53:19",
      "raw.e"
    ),
    Refusal("range: [0, 20]", "range: [0, 21]", "screener.score-range", "screener.yaml:54:34", "0 to 20"),
    Refusal(
      "reliability: 0.91, level",
      "reliability: 1.91, level",
      "screener.score-parameter",
      "screener.yaml:58:32",
      "1.91"
    ),
    Refusal(
      "  - {tier: universal, if: \"band = green\"}\n",
      "",
      "screener.tier-missing",
      "screener.yaml:72:1",
      "green"
    ),
  ]

  @Test(arguments: Self.shapes + Self.meanings)
  func aBrokenScreenerIsRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    let demo = try DemoScreener()
    try demo.replace(refusal.old, with: refusal.new)
    let first = try #require(demo.findings().first)
    #expect(first.hasPrefix("\(refusal.code) at \(refusal.place): "), "\(first)")
    for words in refusal.says { #expect(first.contains(words), "\(first)") }
    #expect(!first.hasSuffix("| "), "every finding has a remedy")
  }

  @Test func everyMistakeOfAFileIsFoundAtOnce() throws {
    let demo = try DemoScreener()
    try demo.replace("status: demo ", with: "status: demoo ")
    try demo.replace("NEV: 0", with: "NEV: zero")
    try demo.replace("run: 2,", with: "runs: 2,")
    #expect(
      demo.findings().map { String($0.prefix { $0 != " " }) } == [
        "definition.wrong-value", "definition.wrong-value", "definition.unknown-key",
        "definition.missing-key",
      ]
    )
  }

  @Test func theUnchangedScreenerHasNoFindings() throws {
    #expect(try DemoScreener().findings() == [])
  }
}
