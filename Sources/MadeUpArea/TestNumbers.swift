// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Numbers with right check digits that no person has.
enum TestNumbers {
  /// In the 999 range, which is kept for tests. `nil` for a serial that has no check digit.
  static func nhsNumber(serial: Int) -> String? {
    let nine = "999" + padded(serial % 1_000_000, to: 6)
    return (0...9).lazy.map { nine + String($0) }.first { NHSNumber($0) != nil }
  }

  /// At local authority 999, which there is not; the school's number is the end of its URN.
  static func upn(school: String, _ cycle: FictionalCycle, _ number: Int) -> String? {
    let digits =
      "999" + school.suffix(4) + padded(cycle.rawValue % 100, to: 2) + padded(number % 1_000, to: 3)
    return "ABCDEFGHJKLMNPQRTUVWXYZ".lazy.map { String($0) + digits }.first { UPN($0) != nil }
  }
}
