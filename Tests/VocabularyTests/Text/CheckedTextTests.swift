// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Vocabulary

@Suite struct CheckedTextTests {
  @Test func aValueIsItsTextOnTheWire() throws {
    let number = try NHSNumber(validating: "943 476 5919")
    let data = try JSONEncoder().encode([number])
    #expect(String(decoding: data, as: UTF8.self) == #"["9434765919"]"#)
    #expect(try JSONDecoder().decode([NHSNumber].self, from: data) == [number])
  }

  @Test func aBadValueOnTheWireIsRefusedWithoutRepeatingIt() throws {
    let error = #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([NHSNumber].self, from: Data(#"["9434765918"]"#.utf8))
    }
    #expect("\(String(describing: error))".contains("9434765918") == false)
  }

  @Test func valuesSortByTheirText() throws {
    let codes = try ["SW1A 1AA", "M1 1AE", "TF3 4NT"].map { try Postcode(validating: $0) }
    #expect(codes.sorted().map(\.text) == ["M1 1AE", "SW1A 1AA", "TF3 4NT"])
  }
}
