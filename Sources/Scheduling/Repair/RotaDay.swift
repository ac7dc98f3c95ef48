// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A day of a rota as a person names it: a date such as `2026-12-01`, or the day's number, from 0.
public enum RotaDay: Sendable, Hashable {
  case date(CivilDate)
  case number(Int)

  /// `nil` for anything but a date or a whole number from 0 to 365.
  public init?(_ text: some StringProtocol) {
    if let date = CivilDate(text) {
      self = .date(date)
    } else if let number = Int(text), (0..<RotaProblem.Limit.days).contains(number),
      text.allSatisfy({ $0.isASCII && $0.isNumber })
    {
      self = .number(number)
    } else {
      return nil
    }
  }

  /// The day's number in a rota.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.day-unknown` when the rota does not reach to it.
  public func index(in horizon: RotaProblem.Horizon) throws -> Int {
    let index =
      switch self {
      case .date(let date): date.days(since: horizon.start)
      case .number(let number): number
      }
    guard (0..<horizon.days).contains(index) else {
      throw Fault(
        .rotaDayUnknown, "the rota has no day \(self)",
        maybe: "it runs from \(horizon.start) (day 0) to \(horizon.start.adding(days: horizon.days - 1))")
    }
    return index
  }
}

extension RotaDay: CustomStringConvertible {
  public var description: String {
    switch self {
    case .date(let date): "\(date)"
    case .number(let number): "\(number)"
    }
  }
}

extension Fault.Code {
  public static let rotaDayUnknown = Fault.Code("rota.day-unknown", .badInput)
}
