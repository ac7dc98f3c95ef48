// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing
import Vocabulary

/// One cell that is wrong, and what is said about it.
struct Wrong: Sendable, CustomTestStringConvertible {
  let column: String
  let value: String
  let message: String
  var code = Fault.Code.importCell
  var testDescription: String { "\(self.column)=\(self.value)" }
}

/// A file of one row, from column and value; an override replaces or adds a cell.
func file(_ cells: [(String, String)], _ column: String? = nil, _ value: String = "") -> [UInt8] {
  var cells = cells
  if let column {
    if let index = cells.firstIndex(where: { $0.0 == column }) {
      cells[index].1 = value
    } else {
      cells.append((column, value))
    }
  }
  var writer = CSVWriter()
  writer.row(cells.map(\.0))
  writer.row(cells.map(\.1))
  return writer.bytes
}

func expect<Row: ImportedRow>(
  _ type: Row.Type,
  _ cells: [(String, String)],
  _ wrong: Wrong,
  sourceLocation: SourceLocation = #_sourceLocation
) {
  let read = Import<Row>(file(cells, wrong.column, wrong.value), file: "f.csv")
  #expect(read.rows.isEmpty, sourceLocation: sourceLocation)
  let problem = read.problems.first { $0.column == wrong.column }
  #expect(problem?.fault.message == wrong.message, sourceLocation: sourceLocation)
  #expect(problem?.fault.code == wrong.code, sourceLocation: sourceLocation)
  #expect(problem?.fault.place == "f.csv:2:\(wrong.column)", sourceLocation: sourceLocation)
  #expect(problem?.fault.hint?.isEmpty == false, sourceLocation: sourceLocation)
}

struct ImportTests {
  @Test func anEmptyFileSaysWhichColumnsItNeeds() {
    let read = Import<TravelRow>([], file: "travel.csv")
    #expect(
      read.problems.map(\.description) == [
        "the file is empty (travel.csv)\n"
          + "  maybe: the first row names the columns: origin,destination,minutes,km,source,date"
      ]
    )
  }

  @Test func missingColumnsAreNamedTogether() {
    let read = Import<TravelRow>(Array("origin,km\na,2\n".utf8), file: "travel.csv")
    #expect(
      read.problems.first?.fault.message
        == "the travel file has no column 'destination', 'minutes', 'source'"
    )
    #expect(read.problems.first?.fault.place == "travel.csv:1")
    #expect(read.rowCount == 0)
  }

  @Test func aFileWithoutAHeaderDoesNotLeakItsFirstChild() {
    let read = Import<ChildRow>(Array("c1,990001,Amelia,Ashwick,2022-01-01\n".utf8), file: "children.csv")
    let said = read.problems.map(\.description).joined() + read.notes.joined()
    #expect(!said.contains("Amelia"))
    #expect(said.contains("the children file has no column 'child_ref'"))
  }

  @Test func aColumnThatStandsTwiceIsRefused() {
    let read = Import<TravelRow>(Array("origin,Origin,destination,minutes,source\n".utf8), file: "t.csv")
    #expect(read.problems.first?.fault.message == "the column 'origin' stands twice")
    #expect(read.problems.first?.fault.place == "t.csv:1:2")
  }

  @Test func columnsThatNothingReadsAreNoted() {
    let text = "origin,destination,minutes,source,weather,mood\na,b,5,me,wet,good\n"
    let read = Import<TravelRow>(Array(text.utf8), file: "t.csv")
    #expect(read.notes == ["2 columns are not used: weather, mood"])
    #expect(read.rows.count == 1)
  }

  @Test func allProblemsOfAllRowsAreCollected() throws {
    let text = "origin,destination,minutes,source\na,b,x,\na,b\na,c,5,me\n,c,601,me\n"
    let read = Import<TravelRow>(Array(text.utf8), file: "t.csv")
    #expect(
      read.problems.map { $0.fault.place } == [
        "t.csv:2:minutes", "t.csv:2:source", "t.csv:3", "t.csv:5:origin", "t.csv:5:minutes",
      ]
    )
    #expect(read.rows.map(\.number) == [4])
    #expect(read.rowCount == 4)
    let fault = try #require(throws: Fault.self) { _ = try read.checked() }
    #expect(fault.message == "'x' is not whole minutes from 0 to 600; and 4 more")
  }

  @Test func aFaultOfTheFileEndsTheReadingAndKeepsWhatWasFound() {
    let text = "origin,destination,minutes,source\na,b,x,me\na,\"c,5,me\n"
    let read = Import<TravelRow>(Array(text.utf8), file: "t.csv")
    #expect(read.problems.map(\.fault.code) == [.importCell, .csvQuote])
  }

  @Test func theSameThingTwiceNamesTheEarlierRow() {
    let text = "origin,destination,minutes,source\na,b,5,me\na,b,6,me\n"
    let read = Import<TravelRow>(Array(text.utf8), file: "t.csv")
    #expect(read.problems.map(\.fault.message) == ["the same as in row 2"])
    #expect(read.problems.first?.fault.code == .importTwice)
  }

  @Test func columnsOfAnotherSystemCanBeMapped() {
    let text = "Von,Nach,Minuten,Quelle\na,b,5,me\n"
    let mapping = ["von": "origin", "Nach": "destination", "minuten": "minutes", "Quelle": "source"]
    let read = Import<TravelRow>(Array(text.utf8), file: "t.csv", mapping: mapping)
    #expect(read.rows.first?.row.minutes == 5)
  }

  static let travel = [("origin", "a"), ("destination", "b"), ("minutes", "12"), ("source", "survey")]

  @Test(arguments: [
    Wrong(column: "origin", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "destination", value: " ", message: "the cell is empty", code: .importMissing),
    Wrong(column: "source", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "minutes", value: "", message: "the cell is empty", code: .importMissing),
    Wrong(column: "minutes", value: "12.5", message: "'12.5' is not whole minutes from 0 to 600"),
    Wrong(column: "km", value: "far", message: "'far' is not a number from 0.0 to 1000.0"),
    Wrong(column: "km", value: "nan", message: "'nan' is not a number from 0.0 to 1000.0"),
    Wrong(column: "date", value: "30/11/2026", message: "'30/11/2026' is not a date"),
  ]) func travelSaysWhatIsWrong(_ wrong: Wrong) { expect(TravelRow.self, Self.travel, wrong) }

  @Test func aPlaceIsNoMinutesFromItself() {
    let read = Import<TravelRow>(file(Self.travel, "destination", "a"), file: "t.csv")
    #expect(read.problems.map(\.fault.message) == ["a place is 12 minutes away from itself"])
  }
}
