// SPDX-License-Identifier: Apache-2.0

import Sealing
import Testing

@Suite struct CellSealTests {
  let seal = CellSeal(DataKey())

  @Test(arguments: [0, 1, 5, 62, 63, 64, 65, 127, 128, 447, 448, 511, 512, 513, 5_000])
  func whatIsSealedOpensAgain(_ length: Int) throws {
    for filling: UInt8 in [0, 0x41, 0x80] {
      let content = Array(repeating: filling, count: length)
      #expect(try self.seal.open(try self.seal.seal(content, at: .name), at: .name) == content)
    }
  }

  @Test func theSameContentIsSealedToOtherBytesEachTime() throws {
    let cells = Set(try (0..<100).map { _ in try self.seal.seal(Array("Amina".utf8), at: .name) })
    #expect(cells.count == 100)
    #expect(cells.allSatisfy { $0.first == 1 })
  }

  @Test func everyChangedByteIsFound() throws {
    let sealed = try self.seal.seal(Array("Amina".utf8), at: .name)
    for changed in damaged(sealed) {
      #expect(code { try self.seal.open(changed, at: .name) } == .sealBroken)
    }
  }

  @Test(arguments: [
    CellPlace(table: "staff", column: "family_name", row: ["E06000020", "c1"]),
    CellPlace(table: "child", column: "given_name", row: ["E06000020", "c1"]),
    CellPlace(table: "child", column: "family_name", row: ["E06000051", "c1"]),
    CellPlace(table: "child", column: "family_name", row: ["E06000020", "c2"]),
    CellPlace(table: "child", column: "family_name", row: ["E06000020c", "1"]),
    CellPlace(table: "child", column: "family_name", row: ["E06000020", "c1", ""]),
    CellPlace(table: "child", column: "family_name", row: []),
    CellPlace(table: "childfamily", column: "_name", row: ["E06000020", "c1"]),
  ])
  func aCellOpensNowhereElse(_ place: CellPlace) throws {
    let sealed = try self.seal.seal(Array("Amina".utf8), at: .name)
    #expect(code { try self.seal.open(sealed, at: place) } == .sealBroken)
  }

  @Test func anotherKeyOpensNothing() throws {
    let sealed = try self.seal.seal(Array("Amina".utf8), at: .name)
    #expect(code { try CellSeal(DataKey()).open(sealed, at: .name) } == .sealBroken)
  }

  @Test func shortContentIsOfOneLength() throws {
    let lengths = Set(
      try ["", "red", "amber", "universal", "Wolfeschlegelsteinhausenberger"].map { text in
        try self.seal.seal(Array(text.utf8), at: .name).count
      })
    #expect(lengths == [1 + 12 + 64 + 16])
  }

  @Test func aStandInIsTheSameForTheSameTextOfTheSameColumnAndKeyOnly() {
    let made = { (seal: CellSeal, text: String, column: String) in
      seal.standIn(for: text, table: "child_identifier", column: column, byteCount: 16)
    }
    let first = made(self.seal, "A123456789012", "identifier")
    #expect(first.count == 32 && first.allSatisfy(\.isHexDigit))
    #expect(made(self.seal, "A123456789012", "identifier") == first)
    let others = [
      made(self.seal, "A123456789013", "identifier"), made(self.seal, "A123456789012", "purpose"),
      made(CellSeal(DataKey()), "A123456789012", "identifier"),
    ]
    #expect(Set(others + [first]).count == 4)
    #expect(self.seal.standIn(for: "x", table: "t", column: "c", byteCount: 1).count == 2)
  }
}
