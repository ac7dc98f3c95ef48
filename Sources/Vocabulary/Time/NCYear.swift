// SPDX-License-Identifier: Apache-2.0

/// A national curriculum year group: E1, E2 (under threes), N1, N2 (nursery), R (Reception), 1 to 13.
///
/// It says which year a child of that age is in; a child taught out of year has a recorded year group that
/// differs, and that record wins.
public struct NCYear: CheckedText {
  /// -4 (E1) to 13; 0 is Reception, -1 is N2.
  public let number: Int

  public static let reception = NCYear(unchecked: 0)

  /// Returns `nil` outside -4 to 13.
  public init?(_ number: Int) {
    guard (-4...13).contains(number) else { return nil }
    self.number = number
  }

  /// The year of a child born on `birth` in the academic year: year of test − year of birth − 5, both
  /// counted from 1 September. `nil` for children younger than E1 or older than year 13.
  ///
  ///     NCYear(born: 2020-09-01, in: 2025/26)  // R
  ///     NCYear(born: 2020-08-31, in: 2025/26)  // 1
  public init?(born birth: CivilDate, in year: AcademicYear) {
    self.init(year.start - AcademicYear(of: birth).start - 5)
  }

  /// Reads `E1`, `E2`, `N1`, `N2`, `R` in either case, or a number 1 to 13.
  public init(validating text: some StringProtocol) throws {
    let code = closedUp(text)
    if let position = Self.letters.firstIndex(of: code) {
      self.number = position - 4
    } else if let digits = digits(of: code), (1...2).contains(digits.count), digits[0] > 0,
      let year = NCYear(digits.reduce(0) { $0 * 10 + $1 })
    {
      self = year
    } else {
      throw Fault(
        .malformed,
        "a year group is one of E1, E2, N1, N2, R or 1 to 13",
        maybe: "write Reception as R and Year 1 as 1"
      )
    }
  }

  public var text: String { self.number <= 0 ? Self.letters[self.number + 4] : String(self.number) }

  /// For people: `Nursery N2`, `Reception`, `Year 1`.
  public var title: String {
    switch self.number {
    case ..<(-2): "Under threes \(self.text)"
    case ..<0: "Nursery \(self.text)"
    case 0: "Reception"
    default: "Year \(self.number)"
    }
  }

  public static func < (a: Self, b: Self) -> Bool { a.number < b.number }

  private init(unchecked number: Int) { self.number = number }

  private static let letters = ["E1", "E2", "N1", "N2", "R"]
}
