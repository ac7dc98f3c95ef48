// SPDX-License-Identifier: Apache-2.0

/// ECMAScript's `Number::toString`, which RFC 8785 asks for, over the shortest digits that Swift finds; from 2⁶³ on with
/// an exponent, since without one it would be a whole number that no reader here takes.
enum ShortestDouble {
  static func text(_ value: Double) -> String? {
    guard value.isFinite else { return nil }
    guard value != 0 else { return "0" }
    let (digits, point) = self.parts(value.magnitude.description)
    return (value < 0 ? "-" : "") + self.layOut(digits, point: point, isLarge: value.magnitude >= 0x1p63)
  }

  /// The significant digits, and how many of them stand before the decimal point.
  private static func parts(_ description: String) -> (digits: [UInt8], point: Int) {
    let halves = description.split(separator: "e")
    let exponent = halves.count > 1 ? Int(halves[1]) ?? 0 : 0
    var digits: [UInt8] = []
    var point: Int?
    for byte in halves[0].utf8 {
      if byte == UInt8(ascii: ".") { point = digits.count } else { digits.append(byte) }
    }
    var place = (point ?? digits.count) + exponent
    while digits.count > 1, digits.last == UInt8(ascii: "0") { digits.removeLast() }
    while digits.count > 1, digits.first == UInt8(ascii: "0") {
      digits.removeFirst()
      place -= 1
    }
    return (digits, place)
  }

  private static func layOut(_ digits: [UInt8], point: Int, isLarge: Bool) -> String {
    func text(_ bytes: some Sequence<UInt8>) -> String { String(decoding: Array(bytes), as: UTF8.self) }
    func zeros(_ count: Int) -> String { String(repeating: "0", count: count) }
    switch point {
    case digits.count...21 where !isLarge: return text(digits) + zeros(point - digits.count)
    case 1..<digits.count where !isLarge: return text(digits.prefix(point)) + "." + text(digits.dropFirst(point))
    case -5...0: return "0." + zeros(-point) + text(digits)
    default:
      let fraction = digits.count > 1 ? "." + text(digits.dropFirst()) : ""
      return text(digits.prefix(1)) + fraction + (point > 0 ? "e+" : "e-") + String((point - 1).magnitude)
    }
  }
}
