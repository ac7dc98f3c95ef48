// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// What the cells beside the answers say of one child, read from their bytes. `nil` for anything out of the ordinary:
/// ``AnswerFile`` then says what is wrong, or that nothing is.
struct PlainRow: Sendable {
  let columns: AnswerColumns
  let policy: AgePolicy

  private static let slt = PlanChild.bit(of: .slt)

  func child(
    in bytes: UnsafeRawBufferPointer, bounds: borrowing [Int], plan: borrowing ScoringPlan
  ) -> PlanChild? {
    guard let birth = Self.date(bytes, bounds, self.columns.birth),
      let test = Self.date(bytes, bounds, self.columns.test)
    else { return nil }
    var languages = PlanChild.Languages.notStated
    if let column = self.columns.language {
      let range = Self.range(bounds, column)
      languages = plan.languages(UnsafeRawBufferPointer(rebasing: bytes[range]))
    } else {
      languages = plan.languages(UnsafeRawBufferPointer(start: nil, count: 0))
    }
    var gestation: Gestation?
    if let column = self.columns.gestation {
      let range = Self.range(bounds, column)
      if !range.isEmpty {
        guard let read = Self.gestation(bytes, range) else { return nil }
        gestation = read
      }
    }
    var concerns = 0
    if let column = self.columns.concern {
      guard let isConcern = Self.yes(bytes, Self.range(bounds, column)) else { return nil }
      concerns = isConcern ? Self.slt : 0
    }
    guard let age = ScreeningAge(birth: birth, test: test, gestation: gestation, policy: self.policy) else {
      return nil
    }
    return PlanChild(age: age, languages: languages, concerns: concerns)
  }

  @inline(__always)
  private static func range(_ bounds: borrowing [Int], _ column: Int) -> Range<Int> {
    bounds[column * 2]..<bounds[column * 2 + 1]
  }

  private static func date(_ bytes: UnsafeRawBufferPointer, _ bounds: borrowing [Int], _ column: Int) -> CivilDate? {
    let range = Self.range(bounds, column)
    let at = range.lowerBound
    guard range.count == 10, bytes[at + 4] == 0x2D, bytes[at + 7] == 0x2D,
      let century = Self.two(bytes, at), let year = Self.two(bytes, at + 2), let month = Self.two(bytes, at + 5),
      let day = Self.two(bytes, at + 8)
    else { return nil }
    return CivilDate(year: century * 100 + year, month: month, day: day)
  }

  /// Two digits; both bytes lie in the cell.
  @inline(__always)
  private static func two(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int? {
    let (tens, ones) = (bytes[at] &- 0x30, bytes[at + 1] &- 0x30)
    return tens < 10 && ones < 10 ? Int(tens) * 10 + Int(ones) : nil
  }

  /// `27` or `27+3`.
  private static func gestation(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Gestation? {
    let at = range.lowerBound
    guard range.count == 2 || range.count == 4, let weeks = Self.two(bytes, at) else { return nil }
    if range.count == 2 { return Gestation(weeks: weeks) }
    guard bytes[at + 2] == 0x2B, (0x30...0x39).contains(bytes[at + 3]) else { return nil }
    return Gestation(weeks: weeks, days: Int(bytes[at + 3]) - 0x30)
  }

  private static func yes(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) -> Bool? {
    guard range.count <= 5 else { return nil }
    var word: UInt64 = 0
    for at in range {
      let byte = bytes[at]
      word = word << 8 | UInt64((0x41...0x5A).contains(byte) ? byte | 0x20 : byte)
    }
    switch word {
    case 0x79_6573, 0x79, 0x31, 0x7472_7565: return true  // yes, y, 1, true
    case 0, 0x6E6F, 0x6E, 0x30, 0x66_616C_7365: return false  // nothing, no, n, 0, false
    default: return nil
    }
  }
}
