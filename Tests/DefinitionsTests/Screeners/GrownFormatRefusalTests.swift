// SPDX-License-Identifier: Apache-2.0

import Definitions
import Fingerprints
import Foundation
import Testing
import Vocabulary

/// A shipped screener in a folder of its own, to be broken.
private struct Copy {
  let folder: TemporaryFolder

  init(_ screener: String) throws {
    self.folder = try TemporaryFolder()
    let source = Content.root.appending(path: "Screeners/\(screener)")
    for name in try FileManager.default.contentsOfDirectory(atPath: source.path)
    where name == "screener.yaml" || name.hasSuffix(".bank.csv") || name.hasSuffix(".lms.csv") {
      try self.folder.write(try Content.text("Screeners/\(screener)/\(name)"), to: name)
    }
  }

  func replace(_ old: String, with new: String, in file: String = "screener.yaml") throws {
    let text = try String(contentsOf: self.folder.url.appending(path: file), encoding: .utf8)
    let range = try #require(text.range(of: old), "\(old)")
    try self.folder.write(text.replacingCharacters(in: range, with: new), to: file)
  }

  /// `code at file:line:column: message | hint` for each finding, the folder's path left out.
  var findings: [String] {
    ScreenerReading(at: self.folder.path).findings.map { fault in
      let place = (fault.place ?? "").replacingOccurrences(of: self.folder.path + "/", with: "")
      return "\(fault.code.name) at \(place): \(fault.message) | \(fault.hint ?? "")"
    }
  }
}

/// Refusals of what routes, numbers, runs of codes, tables, item banks and errors of scores bring to the format.
@Suite struct GrownFormatRefusalTests {
  private func expect(_ refusal: Refusal, in screener: String) throws {
    let copy = try Copy(screener)
    try copy.replace(refusal.old, with: refusal.new)
    let first = try #require(copy.findings.first)
    #expect(first.hasPrefix("\(refusal.code) at \(refusal.place): "), "\(first)")
    for words in refusal.says { #expect(first.contains(words), "\(first)") }
    #expect(!first.hasSuffix("| "), "every finding has a remedy")
  }

  static let codes = [
    Refusal(
      "count: 6, codes: C1..C6", "count: 7, codes: C1..C6", "definition.wrong-value", "screener.yaml:21:75",
      "count is 7, and the codes are 6", "write count: 6"),
    Refusal(
      "codes: C1..C6", "codes: C1-C6", "definition.wrong-value", "screener.yaml:21:85", "a run of codes is wanted",
      "write it like A01..A10"),
    Refusal("codes: C1..C6", "codes: C6..C1", "definition.wrong-value", "screener.yaml:21:85", "a run of codes"),
    Refusal("codes: C1..C6", "codes: C1..D6", "definition.wrong-value", "screener.yaml:21:85", "a run of codes"),
    Refusal("codes: C1..C6", "codes: C1..C06", "definition.wrong-value", "screener.yaml:21:85", "a run of codes"),
    Refusal("codes: C1..C6", "codes: C1..C9999", "definition.wrong-value", "screener.yaml:21:85", "a run of codes"),
    Refusal(
      "codes: C1..C6", "codes: C1..C99999999999999999999", "definition.wrong-value", "screener.yaml:21:85",
      "a run of codes"),
    Refusal("count: 6,", "count: 0,", "definition.wrong-value", "screener.yaml:21:75", "1 to 500 is wanted"),
    Refusal(
      "count: 6, codes", "codes", "definition.missing-key", "screener.yaml:21:67",
      "items without words lacks the key 'count'"),
    Refusal(
      "needs: [wording, cuts]", "needs: [wordings, cuts]", "screener.licence", "screener.yaml:8:140",
      "can't supply 'wordings'", "name wording, cuts, norms"),
  ]

  @Test(arguments: Self.codes)
  func aRunOfCodesIsRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    try self.expect(refusal, in: "shells/asq3")
  }

  static let numbers = [
    Refusal(
      "{from: 40, to: 160}", "{from: 40}", "definition.missing-key", "screener.yaml:18:10",
      "a set of numbers lacks the key 'to'"),
    Refusal(
      "{from: 40, to: 160}", "{from: 40, to: 160, by: 5}", "definition.unknown-key", "screener.yaml:18:30",
      "a set of numbers has no key 'by'", "the keys are from, to"),
    Refusal(
      "{from: 40, to: 160}", "{from: forty, to: 160}", "definition.wrong-value", "screener.yaml:18:17", "'forty'"),
    Refusal(
      "{from: 40, to: 160}", "{from: 160, to: 40}", "screener.responses", "screener.yaml:18:3",
      "run the wrong way", "the lowest number as from"),
    Refusal("to: 160}", "to: 2000}", "screener.responses", "screener.yaml:18:3", "more than 1000"),
    Refusal(
      "to: 160}", "to: 99999999999}", "definition.wrong-value", "screener.yaml:18:25", "1000000 is wanted here"),
  ]

  @Test(arguments: Self.numbers)
  func aSetOfNumbersIsRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    try self.expect(refusal, in: "shells/languagescreen")
  }

  static let routes = [
    Refusal(
      "two-amber-running:", "two-ambers-running:", "definition.unknown-key", "screener.yaml:33:11",
      "a route shows no sign 'two-ambers-running'", "'two-amber-running' was meant"),
    Refusal(
      "no-green:", "rainbow:", "definition.unknown-key", "screener.yaml:33:68", "no sign 'rainbow'",
      "the signs are two-amber-running, red-at-own-age, no-green"),
    Refusal(
      "  colours: [red, amber, green] ", "  shades: [red, amber, green] ", "definition.unknown-key",
      "screener.yaml:32:3", "the route has no key 'shades'", "the keys are sections, colours, cuts, flags"),
    Refusal(
      "  colours: [red, amber, green]        # the cuts come from the holder's file\n", "", "definition.missing-key",
      "screener.yaml:31:3", "the route lacks the key 'colours'"),
    Refusal(
      "  flags: {two", "  cuts: {S1: 4}\n  flags: {two", "definition.wrong-value", "screener.yaml:33:14",
      "a list is wanted here, not '4'"),
    Refusal(
      "  flags: {two", "  cuts: {S1: [4, eight]}\n  flags: {two", "definition.wrong-value", "screener.yaml:33:18",
      "not 'eight'"),
    Refusal(
      "  flags: {two", "  cuts: {S12: [4, 8]}\n  flags: {two", "screener.unknown-name", "screener.yaml:33:10",
      "there is no section of the route S12", "there are S1, S2"),
    Refusal(
      "{route: path}", "{route: way}", "definition.wrong-value", "screener.yaml:35:17",
      "one of path, green-section, own-section, own-colour, own-points is wanted here, not 'way'"),
    Refusal(
      "{route: path}", "{route: path, of: S1}", "definition.unknown-key", "screener.yaml:35:23",
      "what a route came to has no key 'of'"),
    Refusal(
      "flag.refer or", "flag. or", "definition.wrong-value", "screener.yaml:46:28", "the condition can't be read",
      "flag.NAME"),
    Refusal("flag.refer or", "flag.reefer or", "screener.unknown-name", "screener.yaml:46:24", "no flag reefer"),
    Refusal(
      "S9, title: Section 9, use: yn, ages: [60, 71]", "S9, title: Section 9, use: yn, ages: [60, 70]",
      "screener.age-range", "screener.yaml:20:1", "no section is given at 71 to 71 months"),
    Refusal(
      "S8, title: Section 8, use: yn, ages: [48, 59]", "S8, title: Section 8, use: yn, ages: [48, 60]",
      "screener.route", "screener.yaml:29:41", "section S9 is for 60 to 71 months and follows 48 to 60"),
  ]

  @Test(arguments: Self.routes)
  func aRouteIsRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    try self.expect(refusal, in: "shells/wellcomm-ey")
  }

  static let banks = [
    Refusal(
      "kind: rasch", "kind: 3pl", "definition.wrong-value", "screener.yaml:103:11",
      "one of rasch, 2pl, grm is wanted here, not '3pl'"),
    Refusal("kind: rasch", "kind: rasch\n    d: one", "definition.wrong-value", "screener.yaml:104:8", "not 'one'"),
    Refusal(
      "kind: rasch", "kind: 2pl", "definition.table", "cat-demo.bank.csv:1:1",
      "the item bank begins with 'item,domain,b1'", "begin it with item,domain,a"),
    Refusal(
      "file: cat-demo.bank.csv", "file: other.csv", "definition.file-missing", "screener.yaml:104:5",
      "the file 'other.csv' is not beside the definition"),
    Refusal(
      "estimator: eap", "estimator: bme", "definition.wrong-value", "screener.yaml:94:39",
      "one of ml, map, eap, wle is wanted here, not 'bme'", "map"),
    Refusal(
      "prior: {mean: 0, sd: 1}", "prior: {mean: 0}", "definition.missing-key", "screener.yaml:94:61",
      "the prior lacks the key 'sd'"),
    Refusal(
      "range: [-4, 4]}", "range: [-4]}", "definition.wrong-value", "screener.yaml:94:86",
      "a lowest and a highest number is wanted"),
    Refusal(
      "{irt: cat, of", "{irt: bat, of", "screener.unknown-name", "screener.yaml:94:11",
      "there is no item bank bat", "there are cat"),
    Refusal(
      "se: se.theta, level", "level", "definition.missing-key", "screener.yaml:97:10",
      "the standard error comes from one of reliability and se", "give exactly one of them"),
    Refusal(
      "se: se.theta, level", "se: se.theta, reliability: 0.9, level", "definition.missing-key",
      "screener.yaml:97:10", "the standard error comes from one of reliability and se"),
    Refusal(
      "se: se.theta, level", "se: theta, level", "screener.score-kind", "screener.yaml:97:20",
      "ci.ss needs a standard error and theta is not one"),
    Refusal(
      "unsure: [0.3, 0.7]", "unsure: [0.7, 0.3]", "definition.wrong-value", "screener.yaml:98:57",
      "the lower probability first", "write [0.3, 0.7]"),
    Refusal("unsure: [0.3, 0.7]", "unsure: 0.5", "definition.wrong-value", "screener.yaml:98:57", "a list is wanted"),
    Refusal(
      "unsure: [0.3, 0.7]", "unsure: [0.5]", "definition.wrong-value", "screener.yaml:98:57",
      "two probabilities"),
    Refusal("cut: 82, ", "", "definition.missing-key", "screener.yaml:98:10", "a probability lacks the key 'cut'"),
    Refusal(
      "{se: theta}", "{se: theta, level: 0.9}", "definition.unknown-key", "screener.yaml:95:25",
      "a standard error has no key 'level'"),
    Refusal("{stanine: theta}", "{stanine: ss}", "screener.score-kind", "screener.yaml:99:8", "st needs a z score"),
    Refusal("most: 30, ", "", "definition.missing-key", "screener.yaml:90:13", "the stop rule lacks the key 'most'"),
    Refusal("most: 30,", "most: 61,", "screener.adaptive", "screener.yaml:90:24", "at most 61 of its 60 items"),
    Refusal(
      "least: 8, clear", "least: 7, clear", "screener.adaptive", "screener.yaml:90:34",
      "may end after 7 items and theta needs 8"),
    Refusal(
      "comprehension: 0.5, ", "comprehension: half, ", "definition.wrong-value", "screener.yaml:91:32",
      "not 'half'"),
    Refusal(
      "comprehension: 0.5, ", "comprehension: 0.6, ", "screener.adaptive", "screener.yaml:91:7",
      "the shares add up to 1.1", "add up to 1"),
    Refusal(
      "{randomesque: 3}", "{sympson-hetter: 3}", "definition.unknown-key", "screener.yaml:92:18",
      "the exposure rule has no key 'sympson-hetter'"),
    Refusal(
      "score: theta", "score: ss", "screener.adaptive", "screener.yaml:89:7",
      "ss is no ability over section B alone"),
    Refusal(
      "if: \"flag.unsure\"", "if: \"flag.sure\"", "screener.unknown-name", "screener.yaml:112:20", "flag sure",
      "unsure"),
  ]

  @Test(arguments: Self.banks)
  func anItemBankAndWhatReadsItAreRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    try self.expect(refusal, in: "cat-demo")
  }

  static let rows = [
    ("C03,comprehension,", "C03,comprehension,x", "definition.table at cat-demo.bank.csv:4:3: the cell 'x"),
    ("C03,comprehension,", "C03,", "definition.table at cat-demo.bank.csv:4:1: the row has 2 cells, not 3"),
    ("item,domain,b1", "item,area,b1", "definition.table at cat-demo.bank.csv:1:1: the item bank begins with"),
    ("C03,", "C99,", "screener.unknown-name at cat-demo.bank.csv:4:1: the bank cat has an item C99"),
    ("C04,", "C03,", "screener.bank at cat-demo.bank.csv:5:1: C03 stands twice"),
  ]

  @Test(arguments: Self.rows)
  func aRowOfABankIsRefusedInItsOwnFile(_ old: String, _ new: String, _ says: String) throws {
    let copy = try Copy("cat-demo")
    try copy.replace(old, with: new, in: "cat-demo.bank.csv")
    let bytes = try Data(contentsOf: copy.folder.url.appending(path: "cat-demo.bank.csv"))
    let yaml = try String(contentsOf: copy.folder.url.appending(path: "screener.yaml"), encoding: .utf8)
    let line = try #require(yaml.split(separator: "\n").first { $0.contains("sha256: ") })
    try copy.replace(String(line), with: "    sha256: \(sha256([UInt8](bytes)))")
    #expect(copy.findings.contains { $0.hasPrefix(says) }, "\(copy.findings)")
  }

  /// Changes to the demo screener's scores and norms.
  static let tables = [
    Refusal(
      "    interpolate: linear", "    interpolate: quadratic", "definition.wrong-value", "screener.yaml:65:18",
      "one of linear, cubic, none is wanted here, not 'quadratic'"),
    Refusal(
      "    interpolate: linear", "    interpolate: linear\n    tails: sd3", "definition.wrong-value",
      "screener.yaml:66:12", "one of keep, sd23 is wanted here, not 'sd3'", "'sd23'"),
    Refusal(
      "    kind: lms", "    kind: look", "definition.wrong-value", "screener.yaml:63:11",
      "one of lms, lookup is wanted here, not 'look'"),
    Refusal(
      "    kind: lms", "    kind: lookup", "definition.wrong-value", "screener.yaml:65:18",
      "one of none, raw, age, both is wanted here, not 'linear'"),
    Refusal(
      "    kind: lms\n    by: age-months\n    interpolate: linear",
      "    kind: lookup\n    by: age-months\n    interpolate: none", "definition.table", "demo-total.lms.csv:1:1",
      "the lookup table begins with 'age_months,L,M,S'", "begin it with age_from,age_to,raw,value"),
    Refusal(
      "{lms: all, of: raw.all}", "{lookup: all, of: raw.all, mean: 100}", "definition.missing-key",
      "screener.yaml:55:37", "a scale has a mean and an sd", "give both, or neither"),
    Refusal(
      "{lms: all, of: raw.all}", "{lookup: all, of: raw.all}", "screener.unknown-name", "screener.yaml:55:11",
      "there is no lookup table all"),
    Refusal(
      "{sum: U, missing: {allow: 0}}", "{sum: U, weights: {U1: two}, missing: {allow: 0}}",
      "definition.wrong-value", "screener.yaml:52:33", "not 'two'"),
    Refusal(
      "{sum: U, missing: {allow: 0}}", "{sum: U, weights: {E1: 2}, missing: {allow: 0}}", "screener.weight",
      "screener.yaml:52:29", "raw.u weights the item E1, which it does not sum"),
    Refusal(
      "raw.u: {sum: U, missing: {allow: 0}}", "raw.u: {mean: U, missing: {allow: 1, rule: prorate}}",
      "definition.wrong-value", "screener.yaml:52:29", "a mean has no rule for missing items", "remove the rule"),
    Refusal(
      "raw.u: {sum: U, missing: {allow: 0}}", "raw.u: {mean: U}", "definition.missing-key", "screener.yaml:52:10",
      "a mean lacks the key 'missing'"),
    Refusal(
      "credit-below: true, reverse: true}   #", "credit-below: true, reverse: true, double: last}   #",
      "definition.wrong-value", "screener.yaml:49:71", "one of first, nearest-ceiling is wanted here, not 'last'"),
    Refusal(
      "  - {id: red, when: ss.all, below: 82}", "  - {id: red, when: ss.all, below: 82, ages: [36]}",
      "definition.wrong-value", "screener.yaml:69:46", "a youngest and an oldest age", "write [36, 71]"),
    Refusal(
      "  - {id: red, when: ss.all, below: 82}", "  - {id: red, when: ss.all, below: 82, ages: [36, 72]}",
      "screener.band-age", "screener.yaml:69:40", "band red is for 36 to 72 months, the screener for 36 to 71"),
  ]

  @Test(arguments: Self.tables)
  func tablesMeansWeightsAndAgesOfBandsAreRefusedWithPlaceAndRemedy(_ refusal: Refusal) throws {
    try self.expect(refusal, in: "elsec-open-demo")
  }

  @Test func aLookupTableHasNoTails() throws {
    let copy = try Copy("elsec-open-demo")
    try copy.replace("    kind: lms", with: "    kind: lookup\n    tails: keep")
    #expect(
      copy.findings.contains {
        $0.hasPrefix("definition.wrong-value at screener.yaml:64:12: a lookup table has no tails | remove the key")
      },
      "\(copy.findings)"
    )
  }

  @Test(arguments: [
    ("48,59,0,75", "48,59,0,x", "definition.table at table.csv:2:4: the cell 'x' under value is no number"),
    ("48,59,0,75", "48,59,0.5,75", "definition.table at table.csv:2:3: the cell '0.5' under raw is no whole number"),
    ("48,59,0,75", "48,x,0,75", "definition.table at table.csv:2:2: the cell 'x' under age_to is no whole number"),
    ("48,59,0,75", "48,59,0", "definition.table at table.csv:2:1: the row has 3 cells, not 4"),
    ("48,59,0,75", "59,48,0,75", "screener.lookup at table.csv:2:1: the row is for 59 to 48 months"),
    (
      "48,59,0,75", "48,9223372036854775807,0,75",
      "screener.lookup at table.csv:2:1: the row is for 48 to 9223372036854775807 months"
    ),
  ])
  func aRowOfALookupTableIsRefusedInItsOwnFile(_ old: String, _ new: String, _ says: String) throws {
    let folder = try TemporaryFolder()
    let sound = "Tests/DefinitionsTests/Broken/sound"
    let table = try Content.text("\(sound)/table.csv")
    let changed = table.replacing(old, with: new)
    let digests = [table, changed].map { sha256([UInt8]($0.utf8)).description }
    let yaml = try Content.text("\(sound)/screener.yaml")
    try #require(yaml.contains(digests[0]))
    try folder.write(changed, to: "table.csv")
    try folder.write(yaml.replacing(digests[0], with: digests[1]), to: "screener.yaml")
    let found = ScreenerReading(at: folder.path).findings.map { fault in
      "\(fault.code.name) at \((fault.place ?? "").replacing(folder.path + "/", with: "")): \(fault.message)"
    }
    #expect(found.contains { $0.hasPrefix(says) }, "\(found)")
  }

  @Test(arguments: ["shells/asq3", "shells/wellcomm-ey", "shells/languagescreen", "cat-demo", "elsec-open-demo"])
  func theUnchangedCopyHasNoFindings(_ screener: String) throws {
    #expect(try Copy(screener).findings == [])
  }
}
