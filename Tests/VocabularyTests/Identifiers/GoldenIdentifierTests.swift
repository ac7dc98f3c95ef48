// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Vocabulary

@Suite(.enabled(if: Shared.has("golden/screening/identifiers.json")))
struct GoldenIdentifierTests {
  struct Golden: Decodable {
    struct Row: Decodable {
      let value: String
      let valid: Bool
    }
    let upn: [Row]
    let nhs: [Row]
  }

  static func golden() throws -> Golden {
    try JSONDecoder().decode(Golden.self, from: Shared.data("golden/screening/identifiers.json"))
  }

  @Test func pupilNumbersAgree() throws {
    for row in try Self.golden().upn { #expect((UPN(row.value) != nil) == row.valid, "\(row.value)") }
  }

  @Test func patientNumbersAgreeExceptForTenEqualDigits() throws {
    for row in try Self.golden().nhs {
      let equal = Set(row.value).count == 1
      #expect((NHSNumber(row.value) != nil) == (row.valid && !equal), "\(row.value)")
    }
  }
}
