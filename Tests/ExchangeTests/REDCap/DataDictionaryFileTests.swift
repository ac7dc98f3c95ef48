// SPDX-License-Identifier: Apache-2.0

import Exchange
import Screening
import Testing
import Vocabulary

@Suite struct DataDictionaryFileTests {
  /// Rows of name, section, type, label, choices, validation, min, max, branching, matrix and annotation.
  private static func csv(_ rows: [[String]]) -> String {
    let header = DataDictionaryFile.columns.map { $0.contains(",") ? "\"\($0)\"" : $0 }.joined(separator: ",")
    let lines = rows.map { row in
      let cells = [
        row[0], "play", row[1], row[2], row[3], row[4], "", row[5], row[6], row[7], "", row[8], "", "", "", row[9], "",
        row[10],
      ]
      return cells.map { "\"\($0)\"" }.joined(separator: ",")
    }
    return ([header] + lines).joined(separator: "\n") + "\n"
  }

  private static let often = "0, Never | 1, Sometimes | 2, Always"
  private static let form = [
    ["record_id", "", "text", "Record", "", "", "", "", "", "", ""],
    ["plays", "Play", "radio", "Plays with others", Self.often, "", "", "", "", "", ""],
    ["shares", "", "dropdown", "Shares", Self.often, "", "", "", "", "", ""],
    ["talks", "Talk", "yesno", "Talks, a lot", "", "", "", "", "", "", ""],
    ["total", "", "calc", "Total", "[plays]+[shares] + [talks]", "", "", "", "", "", ""],
  ]

  private func decode(_ csv: String) throws -> ImportedScreener {
    try DataDictionaryFile.decode(Array(csv.utf8), file: "play.csv", Shipped.options)
  }

  @Test func aDictionaryIsReadAndScored() throws {
    let imported = try self.decode(Self.csv(Self.form))
    let definition = try Shipped.read(imported)
    #expect(definition.id == ScreenerID("play"))
    #expect(definition.sections.map { $0.title.text(in: "en") } == ["Play", "Talk"])
    #expect(definition.sections.flatMap(\.items).map(\.code.rawValue) == ["plays", "shares", "talks"])
    #expect(try definition.points("total", ["2", "1", "1"]) == 4)
    #expect(try definition.points("total", ["2", nil, "1"]) == nil)
    #expect(imported.notes.contains { $0.contains("record_id") })
  }

  @Test func whatWasReadIsTheSameAfterItIsWrittenAndReadAgain() throws {
    let first = try Shipped.read(try self.decode(Self.csv(Self.form)))
    let bytes = DataDictionaryFile.encode(first)
    let again = try DataDictionaryFile.decode(bytes, file: "again.csv", Shipped.options)
    #expect(try Shipped.read(again).unhashed == first.unhashed)
  }

  @Test func itemCodesComeBackThoughREDCapTakesOnlySmallLetters() throws {
    let shipped = try Shipped.find("eyfs-cl")
    let bytes = DataDictionaryFile.encode(shipped)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains("\nlau,eyfs_cl,Communication and language,radio,\"Listening, attention and understanding\","))
    #expect(text.contains("\"1, EXP | 0, EMG | NA, NA\""))
    #expect(text.contains("calc,goals.cl,[lau]+[spk],"))
    let again = try Shipped.read(try DataDictionaryFile.decode(bytes, file: "e.csv", Shipped.options))
    #expect(again.sections == shipped.sections)
    #expect(again.responses == shipped.responses)
    #expect(again.scores == shipped.scores)
  }

  @Test func rulesThatADictionaryCannotHoldAreNotForgotten() throws {
    let bytes = DataDictionaryFile.encode(try Shipped.find("elsec.open-demo"))
    let fault = #expect(throws: Fault.self) {
      try DataDictionaryFile.decode(bytes, file: "d.csv", Shipped.options)
    }
    #expect(fault?.code == .redcapNotCarried)
  }

  /// A row, the cell that is changed, what it becomes, and where that is refused.
  @Test(arguments: [
    (1, 8, "[talks] = '1'", "play.csv:3:12"), (1, 9, "grid", "play.csv:3:16"),
    (1, 4, "a, Never | b, Always", "play.csv:3:6"),
    (1, 4, "0, Never | 0, Always", "play.csv:3:6"), (1, 2, "checkbox", "play.csv:3:4"),
    (1, 2, "slider", "play.csv:3:4"),
    (1, 10, "@CALCTEXT(1)", "play.csv:3:18"), (4, 4, "[plays]*2", "play.csv:6:6"),
    (4, 4, "[plays]+[record_id]", "play.csv:6:6"),
    (4, 4, "if([plays]>1,1,0)", "play.csv:6:6"), (4, 4, "[plays]+[plays]", "play.csv:6:6"),
    (2, 0, "plays", "play.csv:4:1"),
  ])
  func whatADefinitionCannotSayIsRefusedByRow(_ row: Int, _ cell: Int, _ text: String, _ place: String) throws {
    var rows = Self.form
    rows[row][cell] = text
    let fault = #expect(throws: Fault.self) { try self.decode(Self.csv(rows)) }
    #expect(fault?.place == place, "\(String(describing: fault))")
    #expect(fault?.hint?.isEmpty == false)
  }

  @Test func numbersAreTypedAndNotChosen() throws {
    var rows = Self.form
    rows[3] = ["talks", "Talk", "text", "How many words", "", "integer", "0", "50", "", "", ""]
    let yaml = try self.decode(Self.csv(rows)).yaml
    #expect(yaml.contains("{from: 0, to: 50}"))
  }

  @Test(arguments: ["", "a,b\n1,2\n", "record_id\n"])
  func anotherFileIsRefused(_ text: String) {
    #expect(throws: Fault.self) { try self.decode(text) }
  }
}
