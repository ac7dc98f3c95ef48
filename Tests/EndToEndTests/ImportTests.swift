// SPDX-License-Identifier: Apache-2.0

import Foundation
import MadeUpArea
import Testing

/// Files in through the command line: shown first, kept on request, refused by row and column.
@Suite struct ImportTests {
  static let area = FictionalArea(seed: 1)

  @Test func everyImportShowsThenKeepsThenChangesNothing() async throws {
    try await Program.with { program in
      try program.must("store", "init")
      try program.must("area", "set", FictionalArea.gssCode, "--name", FictionalArea.name)
      for file in Self.area.files { try program.write(file.text, to: file.name) }
      try program.write("origin,destination,minutes,source\n990001,990002,17,timed\n", to: "travel.csv")
      let screening = ["--screener", Program.openDemo]
      let imports: [(command: [String], file: String, list: [String])] = [
        (["settings", "import"], "settings.csv", ["settings", "list", "--json"]),
        (["staff", "import"], "staff.csv", ["staff", "list", "--json"]),
        (["staff", "absence"], "absences.csv", ["demand", "list", "--week", FictionalArea.week, "--json"]),
        (["calendar", "import"], "calendar.csv", ["demand", "list", "--week", FictionalArea.week, "--json"]),
        (["travel", "import"], "travel.csv", ["demand", "list", "--week", FictionalArea.week, "--json"]),
        (["children", "import"], "children.csv", ["children", "list", "--json"]),
        (["screen", "import"] + screening, "answers-2025-baseline.csv", ["screen", "list", "--json"]),
      ]
      for (command, file, list) in imports {
        let rows = try program.read(file).split(separator: "\n").count - 1
        let dry = try program.run(command + [file])
        #expect(dry.status == 0, "\(command): \(dry.errors)")
        #expect(
          dry.output.contains(
            ": would be \(rows) added, 0 changed, 0 unchanged; nothing was changed, run again with --apply\n"),
          "\(dry.output)")
        #expect(dry.output.contains("  added  "))
        #expect(try program.run(list).output == "[]\n", "a dry run of \(command) keeps nothing")
        let kept = try program.run(command + [file, "--apply"])
        #expect(kept.output.contains(": \(rows) added, 0 changed, 0 unchanged\n"), "\(kept.output)\(kept.errors)")
        let again = try program.run(command + [file, "--apply"])
        #expect(again.status == 0)
        #expect(again.output.contains(": 0 added, 0 changed, \(rows) unchanged\n"), "\(again.output)")
        if list[0] != "demand" { #expect(try program.run(list).rows.count == rows) }
        let json = try program.run(command + [file, "--json"])
        #expect(json.json is [String: Any])
      }
      try program.must("store", "check")
    }
  }

  @Test func aChangedRowIsShownAsAChangeAndOnlyThat() async throws {
    try await Program.with { program in
      try program.makeArea(children: 3)
      try program.write(
        try program.read("children.csv").replacing("Ann1", with: "Anna").replacing("c2,", with: "c9,"), to: "next.csv")
      let dry = try program.run("children", "import", "next.csv")
      #expect(dry.output.contains("children: would be 1 added, 1 changed, 1 unchanged;"))
      #expect(dry.output.contains("  changed  c1\n"))
      #expect(!dry.output.contains("Anna"), "a child is named by id only")
      try program.must("children", "import", "next.csv", "--apply")
      #expect(
        try program.run("children", "list", "--json").rows.map { $0["givenName"] as? String } == [
          "Ann0", "Anna", "Ann2", "Ann2",
        ])
    }
  }

  /// A broken file of each kind and everything that is said of it, in order: message, place, hint.
  struct Refusal: CustomTestStringConvertible {
    let command: [String]
    let file: String
    let says: [String]
    let hints: [String]
    var testDescription: String { self.command.joined(separator: " ") + ": " + (self.says.first ?? "") }

    init(_ command: String, _ file: String, _ problems: (String, String)...) {
      self.command = command.split(separator: " ").map(String.init)
      self.file = file
      (self.says, self.hints) = (problems.map(\.0), problems.map(\.1))
    }
  }

  static let refusals = [
    Refusal(
      "settings import",
      """
      URN,EstablishmentName,Postcode,Easting,Northing,NumberOfPupils,sessions,rooms,lat,lon,PhaseOfEducation (name)
      99000x,A,,,,,,,,,
      990001,,ZZ,1,,x,9-10,0,91,3,Zoo
      990002,B,,390000,600000,10,09:00-11:00,1,,,Primary
      990002,B,,390000,600000,10,09:00-11:00,1,,,Primary
      990003,B
      """,
      (
        "a setting is named by a URN (six digits) or an Ofsted number (EY and digits) (f.csv:2:urn)",
        "a nursery without a URN"
      ),
      ("the cell is empty (f.csv:3:name)", "every row needs a value in 'name'"),
      ("'Zoo' is not a phase of education (f.csv:3:phase)", "use one of: "),
      (
        "a postcode is two to four characters, then a digit and two letters, such as TF3 4NT (f.csv:3:postcode)",
        "look for O"
      ),
      ("the cell is empty (f.csv:3:northing)", "give both 'easting' and 'northing', or neither"),
      ("'91' is not a number from -90.0 to 90.0 (f.csv:3:lat)", "write it with a decimal point"),
      ("'x' is not a whole number from 0 to 20000 (f.csv:3:pupils)", "write digits only"),
      ("'0' is not a whole number from 1 to 99 (f.csv:3:rooms)", "write digits only"),
      ("'9-10' is not a list of times (f.csv:3:sessions)", "write it as 08:45-11:45;12:45-15:15"),
      ("the same as in row 4 (f.csv:5:urn)", "keep one of the two rows"),
      ("the row has 2 cells, the header has 11 (f.csv:6)", "put a cell that holds a comma in quotation marks")),
    Refusal("settings import", "", ("the file is empty (f.csv)", "the first row names the columns: urn,name,")),
    Refusal(
      "settings import", "name,postcode\n", ("the settings file has no column 'urn' (f.csv:1)", "the first row names")),
    Refusal(
      "settings import", "urn,name,name\n", ("the column 'name' stands twice (f.csv:1:3)", "take one of the two away")),
    Refusal(
      "settings import", "urn,name\n990001,\"open\n",
      ("a quotation mark opened on line 2 is never closed (f.csv:2:2)", "close it")),
    Refusal(
      "staff import",
      """
      id,name,role,band,base,base_easting,base_northing,mon,tue,week_minutes,contact_minutes,term_time_only,email
      p1,Pat,practitioner,1,base,1,,08:30,16:30-08:30,9999,-1,maybe,a@
      ,,,,,,,,,,,,
      """,
      ("the cell is not a whole number from 2 to 9 (f.csv:2:band)", "write digits only"),
      ("the cell is empty (f.csv:2:base_northing)", "give both"),
      ("the cell is not a shift (f.csv:2:mon)", "write it as 08:30-16:30"),
      ("the cell is not a shift (f.csv:2:tue)", "write it as 08:30-16:30"),
      ("the cell is not a whole number from 0 to 3600 (f.csv:2:week_minutes)", "write digits only"),
      ("the cell is not a whole number from 0 to 1440 (f.csv:2:contact_minutes)", "write digits only"),
      ("the cell is not yes or no (f.csv:2:term_time_only)", "write yes or no"),
      ("the cell is not an e-mail address (f.csv:2:email)", "write it as name@place.example"),
      ("the cell is empty (f.csv:3:id)", "every row needs"), ("the cell is empty (f.csv:3:name)", "every row needs"),
      ("the cell is empty (f.csv:3:role)", "every row needs"), ("the cell is empty (f.csv:3:base)", "every row needs")),
    Refusal(
      "staff absence",
      """
      staff_id,from,to,start,end,kind
      p1,2026-12-03,2026-12-01,,,leave
      p1,2026-12-03,2026-12-04,09:00,12:00,leave
      p1,2026-12-03,,12:00,09:00,leave
      p1,2026-12-03,,12:00,,leave
      p1,soon,,,,
      """,
      ("the last day is before the first (f.csv:2:to)", "swap 'from' and 'to'"),
      ("hours are given for more than one day (f.csv:3:start)", "write one row a day"),
      ("the time away ends before it starts (f.csv:4:end)", "swap 'start' and 'end'"),
      ("the cell is empty (f.csv:5:end)", "give both 'start' and 'end'"),
      ("the cell is not a date (f.csv:6:from)", "write it as 2026-11-30")),
    Refusal(
      "staff absence", "staff_id,from\np8,2026-12-03\np9,2026-12-03\n",
      ("there is no such member of staff (f.csv:2:staff_id)", "see 'elsec staff list'"),
      ("there is no such member of staff (f.csv:3:staff_id)", "see 'elsec staff list'")),
    Refusal(
      "calendar import",
      """
      date,to,kind,setting,title
      2026-09-01,2026-08-01,term,,
      2026-09-01,,party,,x
      2026-09-01,,closure,,x
      2026-09-01,,closure,12,x
      2026-13-01,,inset,,x
      """,
      ("the last day 2026-08-01 is before the first, 2026-09-01 (f.csv:2:to)", "swap 'date' and 'to'"),
      ("the cell is empty (f.csv:2:title)", "give the name"),
      ("'party' is not a kind of calendar entry (f.csv:3:kind)", "use one of: term, "),
      ("the cell is empty (f.csv:4:setting)", "name the setting that is closed"),
      ("a setting is named by a URN (six digits) or an Ofsted number (EY and digits) (f.csv:5:setting)", "a nursery"),
      ("'2026-13-01' is not a date (f.csv:6:date)", "write it as 2026-11-30")),
    Refusal(
      "calendar import", "date,kind,setting,title\n2026-09-01,closure,990009,flood\n",
      ("the setting is not in the store (f.csv:2:setting)", "import the settings first")),
    Refusal(
      "children import",
      """
      child_ref,setting,given_name,family_name,birth_date,sex,home_language,eal,fsm,sen,imd_decile,year_group,weeks_gestation,english_exposure_pct,upn,nhs_number,opt_out,opt_out_date
      c1,990001,Ann,X,2022-02-30,Q,english,perhaps,2,Z,11,99,10,101,A1,123,no,2026-01-01
      c1,990009,Ann,X,2022-02-20,,,,,,,,,,,,,
      c1,990009,Ann,X,2022-02-20,,,,,,,,,,,,,
      """,
      ("the cell is not a date (f.csv:2:birth_date)", "write it as"),
      ("the cell is not F or M (f.csv:2:sex)", "write F or M"),
      ("a home language is a census code of three or four letters, such as ENG (f.csv:2:home_language)", "OTH"),
      ("the cell is not yes or no (f.csv:2:eal)", "write yes"),
      ("the cell is not yes or no (f.csv:2:fsm)", "write yes"),
      ("the cell is not E, K or N (f.csv:2:sen)", "write E (plan)"),
      ("the cell is not a whole number from 1 to 10 (f.csv:2:imd_decile)", "write digits"),
      ("a year group is one of E1, E2, N1, N2, R or 1 to 13 (f.csv:2:year_group)", "write Reception as R"),
      ("the cell is not a whole number from 22 to 44 (f.csv:2:weeks_gestation)", "write digits"),
      ("the cell is not a whole number from 0 to 100 (f.csv:2:english_exposure_pct)", "write digits"),
      ("a UPN is a letter and twelve digits, or a letter, eleven digits and a letter (f.csv:2:upn)", "look for O"),
      ("an NHS number has ten digits (f.csv:2:nhs_number)", "copy it again"),
      ("there is a date of opting out, but no opting out (f.csv:2:opt_out)", "write yes in 'opt_out'"),
      ("the same as in row 3 (f.csv:4:child_ref)", "keep one")),
    Refusal(
      "children import",
      "child_ref,setting,given_name,family_name,birth_date\nk1,990008,A,B,2022-02-20\nk2,990009,A,B,2022-02-20\n",
      ("the setting is not in the store (f.csv:2:setting)", "import the settings first"),
      ("the setting is not in the store (f.csv:3:setting)", "import the settings first")),
    Refusal(
      "children import", "child_ref,setting,given_name,family_name,birth_date\n9434765919,990001,A,B,2022-02-20\n",
      ("a child's reference is a UPN or an NHS number (f.csv:2:child_ref)", "give every child a reference of your own")),
    Refusal(
      "travel import", "origin,destination,minutes,source\n990001,990001,5,x\n990001,990009,700,\n",
      ("a place is 5 minutes away from itself (f.csv:2:minutes)", "write 0"),
      ("'700' is not whole minutes from 0 to 600 (f.csv:3:minutes)", "round to"),
      ("the cell is empty (f.csv:3:source)", "every row needs")),
    Refusal(
      "screen import --screener elsec.open-demo",
      """
      child_ref,test_date,birth_date,not_screened,U3,U4,zz
      c0,2026-11-30,,,C,Q,
      c0,2026-11-29,2022-02-21,,C,C,
      c9,2026-11-30,,,C,C,
      c0,2026-11-28,,,C,C,7
      """,
      ("item U4 has a response it does not take; it takes C, I, NR, NA (f.csv:2:U4)", "leave it empty"),
      ("the birth date in the file is not that of child c0 (f.csv:3:birth_date)", "check that no row has slipped"),
      ("there is no such child (f.csv:4:", "see 'elsec children list'"),
      ("elsec.open-demo 1.2.0 has no item zz (f.csv:5:zz)", "its items are U1")),
    Refusal(
      "screen import --screener elsec.open-demo",
      """
      child_ref,test_date,birth_date,not_screened,U3
      c0,2026-11-28,,,
      c0,2026-11-27,,absent,C
      c0,2020-11-27,2021-01-01,,C
      c1,2026-11-30,,absent,
      c1,2026-11-30,,absent,
      """,
      ("the row has no answers and no reason (f.csv:2:not_screened)", "give the answers"),
      ("the row has answers and a reason for having none (f.csv:3:not_screened)", "take one"),
      ("the test date is before the birth date (f.csv:4:test_date)", "check both years"),
      ("the same as in row 5 (f.csv:6:child_ref)", "keep one")),
    Refusal(
      "screen import --screener elsec.open-demo",
      "child_ref,test_date,not_screened,U3,concern_slt\nc0,2026-11-30,asleep,,\nc0,2026-11-29,,C,perhaps\n",
      ("the cell is not a reason for not screening (f.csv:2:not_screened)", "use one of: absent, "),
      ("the cell is not yes or no (f.csv:3:concern_slt)", "write yes or no")),
  ]

  @Test(arguments: refusals)
  func aBrokenFileIsRefusedWholeWithEveryProblemByRowAndColumn(_ refusal: Refusal) async throws {
    try await Program.with { program in
      try program.makeArea(children: 2)
      let before = try program.run("audit", "verify", "--json").output
      try program.write(refusal.file, to: "f.csv")
      let done = try program.run(refusal.command + ["f.csv", "--apply"])
      #expect(done.status == 65)
      #expect(done.output == "")
      var lines = done.errors.split(separator: "\n").map(String.init)[...]
      for (sentence, hint) in zip(refusal.says, refusal.hints) {
        #expect(
          lines.popFirst()?.hasPrefix("elsec: \(sentence)") == true, "'\(sentence)' is not next in\n\(done.errors)")
        #expect(lines.popFirst()?.hasPrefix("  maybe: \(hint)") == true, "'\(hint)' is not next in\n\(done.errors)")
      }
      let count = refusal.says.count
      #expect(Array(lines) == (count > 1 ? ["\(count) problems; nothing was changed"] : []))
      #expect(try program.run("audit", "verify", "--json").output == before, "nothing was written")
    }
  }

  @Test func anotherCharacterSetIsRefusedUntilItIsNamed() async throws {
    try await Program.with { program in
      try program.makeArea()
      var bytes = Data("URN,EstablishmentName\n990004,Caf".utf8)
      bytes.append(0xE9)
      bytes.append(contentsOf: Data(" Nursery\n".utf8))
      try bytes.write(to: program.folder.appending(path: "old.csv"))
      let refused = try program.run("settings", "import", "old.csv", "--apply")
      #expect(refused.status == 65)
      #expect(refused.errors.hasPrefix("elsec: the cell is not valid UTF-8 (old.csv:2:2)\n  maybe: "))
      #expect(refused.errors.contains("cp1252"))
      try program.must("settings", "import", "old.csv", "--apply", "--encoding", "cp1252")
      #expect(try program.run("settings", "list", "--json").output.contains("Café Nursery"))
    }
  }

  @Test func aCalendarIsReadFromItsDefinitionToo() async throws {
    try await Program.with { program in
      try program.makeArea()
      let path = Program.root.appending(path: "Schedules/calendars/made-up-area.yaml").path
      let refused = try program.run("calendar", "import", path, "--apply")
      #expect(refused.status == 65)
      #expect(refused.errors.contains("the setting EY990003 is not in the store"))
      let own = """
        format: calendar/1
        id: own
        title: Our dates
        source: {name: made up, dated: 2026-09-01}
        bank-holidays: england-bank-holidays
        terms:
          - {year: 2026/27, term: autumn, from: 2026-09-02, to: 2026-12-18, half-term: [2026-10-26, 2026-10-30]}
        inset-days:
          - {date: 2026-09-02}

        """
      try program.write(own, to: "own.yaml")
      let holidays = Program.root.appending(path: "Schedules/calendars/england-bank-holidays.yaml")
      try program.write(try String(contentsOf: holidays, encoding: .utf8), to: "england-bank-holidays.yaml")
      let kept = try program.must("calendar", "import", "own.yaml", "--apply")
      #expect(kept.output.contains(" added, 0 changed, 0 unchanged"))
      #expect(try program.must("calendar", "import", "own.yaml", "--apply").output.contains("0 added, 0 changed"))
    }
  }

  @Test func settingsThatAreNotOpenArePassedOverAndAnUnusedColumnIsNamed() async throws {
    try await Program.with { program in
      try program.makeArea()
      try program.write(
        "URN,EstablishmentName,EstablishmentStatus (name),Colour\n990002,Gone,Closed,red\n990003,Here,Open,blue\n",
        to: "more.csv")
      let done = try program.run("settings", "import", "more.csv", "--apply")
      #expect(done.output == "settings: 1 added, 0 changed, 0 unchanged\n")
      #expect(done.errors.contains("Colour"))
      #expect(done.errors.contains("note: 1 settings that are not open were passed over\n"))
    }
  }

  static let telford = Program.shared.appending(path: "data/england/telford_settings.csv")

  @Test(.enabled(if: Python.isThere && FileManager.default.fileExists(atPath: telford.path)))
  func everyTelfordSettingComesOutWithinFiveMetresOfItsStatedPlace() async throws {
    try await Program.with { program in
      try program.must("store", "init")
      try program.must("area", "set", "E06000020", "--name", "Telford and Wrekin")
      // Without the columns that state the place: only the grid reference is left to go by.
      let text = try String(contentsOf: Self.telford, encoding: .utf8)
      try program.write(
        text.replacing(",lat,lon,", with: ",stated_lat,stated_lon,", maxReplacements: 1), to: "telford.csv")
      try program.must("settings", "import", "telford.csv", "--apply")
      let listed = try program.run("settings", "list", "--json").rows
      let script = """
        import csv, json, sys
        print(json.dumps([[r["urn"], r["lat"], r["lon"]] for r in csv.DictReader(open(sys.argv[1], encoding="utf-8-sig"))]))
        """
      let read = try Python.run(script, Self.telford.path, in: program)
      let stated = try #require(read.json as? [[String]])
      #expect(stated.count > 50)
      #expect(listed.count == stated.count)
      var places: [String: (Double, Double)] = [:]
      for line in listed {
        if let id = line["id"] as? String, let north = line["latitude"] as? Double,
          let east = line["longitude"] as? Double
        {
          places[id] = (north, east)
        }
      }
      for row in stated {
        let place = try #require(places[row[0]], "\(row[0]) has no place")
        let (north, east) = (try #require(Double(row[1])), try #require(Double(row[2])))
        let metres = Self.metres(place, (north, east))
        #expect(metres <= 5, "\(row[0]) is \(metres) m off")
      }
    }
  }

  /// The haversine distance between two places in degrees.
  private static func metres(_ a: (Double, Double), _ b: (Double, Double)) -> Double {
    let radians = { (degrees: Double) in degrees * .pi / 180 }
    let (north, east) = (sin(radians(b.0 - a.0) / 2), sin(radians(b.1 - a.1) / 2))
    let chord = north * north + cos(radians(a.0)) * cos(radians(b.0)) * east * east
    return 2 * 6_371_008.8 * asin(chord.squareRoot())
  }
}
