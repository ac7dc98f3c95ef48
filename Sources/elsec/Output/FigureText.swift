// SPDX-License-Identifier: Apache-2.0

import ScreeningQuality

extension Figure {
  /// `0.82 (0.75 to 0.88), n 64`, or `cannot tell: too few …, n 4 of 30`.
  var text: String {
    switch self {
    case .told(let value, let low?, let high?, let n):
      "\(Self.number(value)) (\(Self.number(low)) to \(Self.number(high))), n \(n)"
    case .told(let value, _, _, let n): "\(Self.number(value)) (no interval), n \(n)"
    case .cannotTell(let reason, let n, let needed?): "cannot tell: \(reason), n \(n) of \(needed)"
    case .cannotTell(let reason, let n, nil): "cannot tell: \(reason), n \(n)"
    }
  }

  /// Two decimals.
  static func number(_ value: Double) -> String {
    guard abs(value) < 1e12 else { return "\(value)" }
    let hundredths = Int((value * 100).rounded())
    let digits = "\(abs(hundredths) % 100)"
    let sign = hundredths < 0 ? "-" : ""
    return "\(sign)\(abs(hundredths) / 100).\(digits.count < 2 ? "0" : "")\(digits)"
  }
}

/// A figure as JSON: a value with its interval and n, or the reason why there is none.
struct FigureJSON: Encodable {
  let value: Double?
  let low: Double?
  let high: Double?
  let n: Int
  let cannotTell: String?
  let needed: Int?

  init(_ figure: Figure) {
    switch figure {
    case .told(let value, let low, let high, let n):
      (self.value, self.low, self.high, self.n) = (value, low, high, n)
      (self.cannotTell, self.needed) = (nil, nil)
    case .cannotTell(let reason, let n, let needed):
      (self.value, self.low, self.high, self.n) = (nil, nil, nil, n)
      (self.cannotTell, self.needed) = (reason, needed)
    }
  }
}
