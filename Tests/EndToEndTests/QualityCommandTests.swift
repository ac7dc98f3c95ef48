// SPDX-License-Identifier: Apache-2.0

import Testing

/// The team's own data looked over through the command line.
@Suite struct QualityCommandTests {
  private static let items = "U1,U2,U3,U4,U5,U6,U7,U8,E1,E2,E3,E4,E5,E6"
  private static let amber = ",,C,C,I,C,I,I,ALW,SOM,NOB,SOM,NEV,SOM"
  private static let green = ",C,C,I,C,C,I,I,ALW,ALW,ALW,SOM,SOM,SOM"

  private func screened(_ program: Program) throws {
    try program.makeArea(children: 12)
    let rows = (0..<12).map { "c\($0),2026-11-30,Ada,\($0 < 6 ? Self.amber : Self.green)\n" }
    try program.write("child_ref,test_date,examiner,\(Self.items)\n" + rows.joined(), to: "answers.csv")
    try program.must("screen", "import", "answers.csv", "--screener", Program.openDemo, "--apply")
  }

  @Test func qualitySaysWhatCanBeToldAndListsChildrenForSupervision() async throws {
    try await Program.with { program in
      try program.makeArea()
      #expect(try program.run("screener", "quality", Program.openDemo).status == 1)
    }
    try await Program.with { program in
      try self.screened(program)
      try program.write(
        "child_ref,test_date,examiner,\(Self.items)\nc0,2026-11-30,Bo,\(Self.green)\n", to: "second.csv")
      try program.must(
        "screen", "import", "second.csv", "--screener", Program.openDemo, "--second-rating", "--apply")
      let outcomes = (0..<6).map { "c\($0),2027-11-30,\($0 < 4 ? "yes" : "no")\n" }
      try program.write("child_ref,outcome_date,outcome\n" + outcomes.joined(), to: "later.csv")
      let done = try program.must("screener", "quality", Program.openDemo, "--followup", "later.csv")
      for part in [
        "not for publication", "12 screenings of 12 children", "cannot tell: too few children with every item",
        "item E3  0.50 (0.25 to 0.75), n 12", "4 true and 2 false positive, 0 false and 0 true negative",
        "0 of 6 followed up", "verification bias", "supervision: 1 of 1 double-scored",
        "  c0  Ada / Bo  amber / green  items U2 U4 U5 E2 E3 E5",
      ] { #expect(done.output.contains(part), "\(part)\n\(done.output)") }
      let json = try program.must("screener", "quality", Program.openDemo, "--json").record
      #expect((json["supervision"] as? [[String: Any]])?.map { $0["child"] as? String } == ["c0"])
      try program.write("child_ref,outcome_date,outcome\nc0,2027-11-30,maybe\n", to: "bad.csv")
      let bad = try program.run("screener", "quality", Program.openDemo, "--followup", "bad.csv")
      #expect(bad.status == 65 && bad.errors.contains("bad.csv:2:outcome"))
    }
  }

  @Test func changeCountsReliableChangeOfOneEdition() async throws {
    try await Program.with { program in
      try self.screened(program)
      #expect(try program.run("change", "--screener", Program.openDemo).status == 1)
      let rows = (0..<10).map { "c\($0),2027-02-08,Ada,\(Self.green)\n" }
      try program.write("child_ref,test_date,examiner,\(Self.items)\n" + rows.joined(), to: "later.csv")
      try program.must(
        "screen", "import", "later.csv", "--screener", Program.openDemo, "--phase", "followup", "--apply")
      let done = try program.must("change", "--screener", Program.openDemo)
      for part in [
        "jacobson-truax-1991 of ss.all, reliability 0.91, criterion 1.96", "10 pairs, 2 children without a follow-up",
        "dose was not randomised", "not compared, two editions: 0",
      ] { #expect(done.output.contains(part), "\(part)\n\(done.output)") }
      let json = try program.must("change", "--screener", Program.openDemo, "--practice-gain", "3", "--json").record
      #expect(json["variant"] as? String == "chelune-1993" && json["pairs"] as? Int == 10)
      #expect(try program.run("change", "--screener", Program.openDemo, "--year", "2020/21").status == 1)
      #expect(try program.run("change", "--screener", Program.openDemo, "--variant", "other").status == 64)
    }
  }
}
