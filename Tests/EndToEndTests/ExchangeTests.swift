// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing

@Suite struct ExchangeTests {
  /// The worked case of the demo screener, kept in a store; its screening's id.
  private func record(_ program: Program, language: String = "ENG") throws -> String {
    try program.makeArea(children: 1)
    if language != "ENG" {
      try program.write(
        "child_ref,setting,given_name,family_name,birth_date,home_language\nc0,990001,Ann0,Made-Up,2022-09-15,\(language)\n",
        to: "other.csv")
      try program.must("children", "import", "other.csv", "--apply")
    }
    try program.write(
      "child_ref,test_date,U1,U2,U3,U4,U5,U6,U7,U8,E1,E2,E3,E4,E5,E6\nc0,2026-11-30,,,C,C,I,C,I,I,ALW,SOM,NOB,SOM,NEV,SOM\n",
      to: "answers.csv")
    try program.must("screen", "import", "--screener", Program.openDemo, "answers.csv", "--apply")
    let listed = try program.must("screen", "list", "--json")
    return try #require(listed.rows.first?["screening"] as? String)
  }

  private func observations(_ file: String, in program: Program) throws -> [String: [String: Any]] {
    let data = Data(try program.read(file).utf8)
    let bundle = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    let resources = (bundle["entry"] as? [[String: Any]] ?? []).compactMap { $0["resource"] as? [String: Any] }
    let found = resources.filter { $0["resourceType"] as? String == "Observation" }.map { observation in
      let coding = ((observation["code"] as? [String: Any])?["coding"] as? [[String: Any]])?.first
      return (coding?["code"] as? String ?? "?", observation)
    }
    return Dictionary(found, uniquingKeysWith: { first, _ in first })
  }

  @Test func aScreeningLeavesWithItsScoresIntervalAndBandAndNoName() async throws {
    try await Program.with { program in
      let id = try self.record(program)
      try program.must("screen", "export", id, "--out", "b.json")
      let text = try program.read("b.json")
      #expect(
        !text.contains("Ann0") && !text.contains("Made-Up") && !text.contains("2022-09-15") && !text.contains("\\/"))
      #expect(try program.must("screen", "export", id).output == text)
      let found = try self.observations("b.json", in: program)
      #expect(found["raw.all"]?["valueInteger"] as? Int == 11)
      #expect(found["ss.all"]?["valueInteger"] as? Int == 87)
      #expect(found.values.allSatisfy { $0["status"] as? String == "preliminary" })
      let z = (found["z.all"]?["valueQuantity"] as? [String: Any])?["value"] as? Double ?? 0
      #expect(abs(z + 0.8352) < 0.00005)
      let ends = (found["ci.all"]?["component"] as? [[String: Any]] ?? [])
        .compactMap { ($0["valueQuantity"] as? [String: Any])?["value"] as? Double }
      #expect(ends.map { ($0 * 10).rounded() } == [811, 952])
      let band = (found["ss.all"]?["interpretation"] as? [[String: Any]])?.first?["text"] as? String
      #expect(band == "amber")
      #expect((found["ss.all"]?["referenceRange"] as? [Any])?.count == 3)
      #expect(found["rci.all"]?["dataAbsentReason"] != nil)
      let source = (found["ss.all"]?["derivedFrom"] as? [[String: Any]])?.first?["reference"] as? String
      #expect(source == "urn:elsec:screening:\(id)")
      try program.must("screen", "confirm", id, "--tier", "targeted")
      try program.must("screen", "export", id, "--out", "final.json")
      let decided = try self.observations("final.json", in: program)
      #expect(decided.values.allSatisfy { $0["status"] as? String == "final" })
    }
  }

  @Test func aChildWhomTheNormsDoNotCoverHasNoNormScore() async throws {
    try await Program.with { program in
      let id = try self.record(program, language: "PAN")
      try program.must("screen", "export", id, "--out", "b.json")
      let found = try self.observations("b.json", in: program)
      #expect(found["raw.all"]?["valueInteger"] as? Int == 11)
      let standard = try #require(found["ss.all"])
      #expect(standard["valueInteger"] == nil && standard["interpretation"] == nil)
      #expect(standard["dataAbsentReason"] != nil)
      let note = (standard["note"] as? [[String: Any]])?.first?["text"] as? String
      #expect(note?.contains("Home languages (CBDS): PAN") == true)
    }
  }

  @Test(.enabled(if: FHIRModel.isAsked)) func whatLeavesIsFHIRToAnotherReaderOfTheStandard() async throws {
    try await Program.with { program in
      let id = try self.record(program)
      try program.must("screen", "export", id, "--out", "bundle.json")
      for screener in [Program.openDemo, "eyfs-cl"] {
        try program.must("screener", "export", screener, "--format", "fhir", "--out", "\(screener).json")
      }
      for (file, kind) in [
        ("bundle.json", "Bundle"), ("\(Program.openDemo).json", "Questionnaire"), ("eyfs-cl.json", "Questionnaire"),
      ] {
        let done = try FHIRModel.validate(file, in: program)
        try #require(done.status != 3, "\(FHIRModel.isMissing)")
        #expect(done.status == 0, "\(file): \(done.errors)")
        #expect(done.output == "\(kind)\n")
      }
    }
  }

  /// A change to a good file that the other reader must notice: else its yes is worth nothing.
  @Test(
    .enabled(if: FHIRModel.isAsked),
    arguments: [
      ("\"status\":\"preliminary\"", "\"state\":\"preliminary\""),
      ("\"valueInteger\":11", "\"valueInteger\":\"eleven\""),
      ("\"resourceType\":\"QuestionnaireResponse\"", "\"resourceType\":\"QuestionnaireReply\""),
      ("\"effectiveDateTime\":\"2026-11-30\"", "\"effectiveDateTime\":\"30.11.2026\""),
      ("\"linkId\":\"U3\"", "\"link\":\"U3\""), ("\"valueInteger\":11", "\"valueInteger\":11,\"valueString\":\"11\""),
    ])
  func aBrokenResourceIsNoticed(_ good: String, _ bad: String) async throws {
    try await Program.with { program in
      let id = try self.record(program)
      let text = try program.must("screen", "export", id).output
      try #require(text.contains(good))
      try program.write(text.replacing(good, with: bad), to: "bad.json")
      let done = try FHIRModel.validate("bad.json", in: program)
      try #require(done.status != 3, "\(FHIRModel.isMissing)")
      #expect(done.status == 1, "\(done.output)")
      #expect(done.errors != "")
    }
  }

  @Test func aFormIsImportedScoredExportedAndImportedAgain() async throws {
    try await Program.with { program in
      let questions = (1...9).map { number in
        let options = (0...3).map { weight in
          #"{"valueCoding":{"code":"\#(["N", "S", "M", "E"][weight])","extension":[{"url":"http://hl7.org/fhir/StructureDefinition/ordinalValue","valueDecimal":\#(weight)}]}}"#
        }
        return
          #"{"linkId":"q\#(number)","type":"choice","text":"Thing \#(number)","answerOption":[\#(options.joined(separator: ","))]}"#
      }
      try program.write(
        #"{"resourceType":"Questionnaire","status":"active","url":"http://example.org/mood","name":"mood","item":[\#(questions.joined(separator: ","))]}"#,
        to: "mood.json")
      let done = try program.must(
        "screener", "import", "mood.json", "--format", "fhir", "--ages", "3;00-5;11", "--to", "c/Screeners")
      #expect(done.lines.last == "mood 1.0.0: in order; a draft, used only when its version is named")
      try FileManager.default.createDirectory(
        at: program.folder.appending(path: "c/Schedules"), withIntermediateDirectories: true)
      let again = try program.run("screener", "import", "mood.json", "--format", "fhir", "--to", "c/Screeners")
      #expect(again.status == 73, "nothing is written over")
      try program.write(
        "child_ref,birth_date,test_date,q1,q2,q3,q4,q5,q6,q7,q8,q9\na,2022-09-15,2026-11-30,N,S,M,E,N,S,M,E,S\n"
          + "b,2022-09-15,2026-11-30,N,S,M,E,,S,M,E,S\n", to: "in.csv")
      let scored = try program.must("score", "--screener", "mood@1.0.0", "--in", "in.csv", "--content", "c")
      #expect(scored.line(1).hasPrefix("a,50,13,scored,review,"), "\(scored.output)")
      #expect(scored.line(2).hasPrefix("b,50,,,,"), "\(scored.output)")
      try program.must(
        "screener", "export", "mood@1.0.0", "--format", "fhir", "--content", "c", "--out", "out.json")
      try program.must("screener", "import", "out.json", "--format", "fhir", "--to", "d")
      #expect(try program.read("d/mood/screener.yaml") == program.read("c/Screeners/mood/screener.yaml"))
    }
  }

  @Test func aFormToPrintAndADictionaryAreWritten() async throws {
    try await Program.with { program in
      let page = try program.must("screener", "form", Program.openDemo)
      #expect(page.output.hasPrefix("<!DOCTYPE html>\n"))
      try program.must("screener", "export", "eyfs-cl", "--format", "redcap", "--out", "e.csv")
      let done = try program.must(
        "screener", "import", "e.csv", "--format", "redcap", "--id", "mine", "--to", "s")
      #expect(done.output.contains("mine 1.0.0: in order"))
      #expect(try program.run("screener", "form", "nothing").status == 1)
      #expect(try program.run("screener", "export", "eyfs-cl", "--format", "word").status == 64)
    }
  }
}
