// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ScreenerCheckTests {
  @Test func theShippedScreenersAreInOrder() async throws {
    try await Program.with { program in
      let done = try program.run("screener", "check")
      #expect(done.status == 0)
      #expect(done.lines.count >= 17)
      #expect(done.lines.allSatisfy { $0.hasSuffix(": in order") }, "\(done.output)")
      #expect(done.output.contains("elsec.open-demo 1.2.0: in order\n"))
      let one = try program.run("screener", "check", Program.root.appending(path: "Screeners/eyfs-cl").path)
      #expect(one.output == "eyfs-cl 1.0.0: in order\n")
    }
  }

  @Test func aShapeOfALicensedScreenerIsInOrderAndRefusesToScore() async throws {
    try await Program.with { program in
      let checked = try program.run("screener", "check", Program.root.appending(path: "Screeners/shells/asq3").path)
      #expect(checked.output == "asq3 1.0.0: in order\n")
      try program.write(
        "birth_date,test_date,C1,C2,C3,C4,C5,C6\n2023-01-10,2026-11-24,SOM,SOM,SOM,SOM,SOM,SOM\n", to: "a.csv")
      let scored = try program.run("score", "--screener", "asq3", "--in", "a.csv")
      #expect(scored.status != 0)
      #expect(scored.output == "")
      #expect(scored.errors.hasPrefix("elsec: asq3 1.0.0 has no wording, cuts"), "\(scored.errors)")
    }
  }

  /// One change to a copy of the demo screener, and what is found.
  @Test(arguments: [
    ("screener.yaml", "below: 82}", "below: 81}", "screener.yaml:70:31: ss.all 81 has no band [screener.band-gap]"),
    (
      "screener.yaml", "below: 82}", "below: 83}",
      "screener.yaml:70:5: ss.all 82 is both red and amber [screener.band-overlap]"
    ),
    (
      "screener.yaml", "rescreen:", "rescren:",
      "screener.yaml:77:1: the screener has no key 'rescren' [definition.unknown-key]"
    ),
    (
      "screener.yaml", "sha256: 0cabb37", "sha256: 1cabb37",
      "not 1cabb37d98e00bd96a46ae025c6f5817017a40ca97bad157c0dcb389515e0af1 [definition.hash-mismatch]"
    ),
    (
      "demo-total.lms.csv", "36,1.10,", "36,1.20,",
      "not 0cabb37d98e00bd96a46ae025c6f5817017a40ca97bad157c0dcb389515e0af1 [definition.hash-mismatch]"
    ),
    (
      "screener.yaml", "E6: gives", "U1: gives",
      "screener.yaml:45:7: the item U1 is defined twice [screener.duplicate-code]"
    ),
  ])
  func aBrokenCopyIsFoundOutByFileLineAndRemedy(
    _ file: String, _ old: String, _ new: String, _ finding: String
  ) async throws {
    try await Program.with { program in
      try FileManager.default.copyItem(
        at: Program.root.appending(path: "Screeners/elsec-open-demo"), to: program.folder.appending(path: "copy"))
      let text = try program.read("copy/\(file)")
      try #require(text.contains(old))
      try program.write(text.replacing(old, with: new), to: "copy/\(file)")
      let done = try program.run("screener", "check", "copy")
      #expect(done.status == 1)
      #expect(done.lines.count == 3, "\(done.output)")
      #expect(done.line(0).hasPrefix("copy/screener.yaml:"))
      #expect(done.line(0).contains(finding), "\(done.output)")
      #expect(done.line(1).hasPrefix("  maybe: "))
      #expect(done.line(2) == "1 found")
    }
  }

  @Test func everyMistakeOfACopyIsReportedAtOnceAndItScoresNothing() async throws {
    try await Program.with { program in
      let source = Program.root.appending(path: "Screeners/elsec-open-demo")
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "Screeners"), withIntermediateDirectories: true)
      try FileManager.default.copyItem(at: source, to: program.folder.appending(path: "Screeners/copy"))
      let text = try program.read("Screeners/copy/screener.yaml")
      try program.write(
        text.replacing("NEV: 0", with: "NEV: zero").replacing("run: 2,", with: "runs: 2,"),
        to: "Screeners/copy/screener.yaml")
      let done = try program.run("screener", "check", "Screeners/copy")
      #expect(done.status == 1)
      #expect(done.output.split(separator: "\n").filter { $0.hasPrefix("  maybe: ") }.count >= 2, "\(done.output)")
      try program.write(ScoreTests.file(ScoreTests.worked), to: "answers.csv")
      let scored = try program.run(
        "score", "--screener", Program.openDemo, "--in", "answers.csv", "--content", program.folder.path)
      #expect(scored.status != 0)
      #expect(scored.output == "")
    }
  }

  @Test func aPathWithoutADefinitionIsFoundOut() async throws {
    try await Program.with { program in
      let done = try program.run("screener", "check", "nowhere")
      #expect(done.status == 1)
      #expect(
        done.output.hasPrefix("nowhere: the file is not there or can't be read [definition.file-missing]\n  maybe: "))
      let shown = try program.run("screener", "show", "nothing")
      #expect(shown.status == 1)
      #expect(shown.errors.hasPrefix("elsec: there is no screener nothing\n  maybe: there is asq3@1.0.0, "))
      #expect(shown.errors.contains(", elsec.open-demo@1.2.0, "))
    }
  }
}
