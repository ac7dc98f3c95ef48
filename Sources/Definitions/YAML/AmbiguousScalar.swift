// SPDX-License-Identifier: Apache-2.0

/// Bare scalars that are refused because readers of YAML disagree on them.
///
/// YAML 1.1 reads `NO` as false, `3:06` as 186, `010` as 8, `1_000` as 1000 and `~` as nothing; YAML 1.2
/// reads most of them as text.
package enum AmbiguousScalar {
  /// What another reader would make of the unquoted `text`, or `nil` when all agree.
  package static func otherReading(of text: String) -> String? {
    let lower = text.lowercased()
    if ["yes", "on", "y"].contains(lower) { return "true" }
    if ["no", "off", "n"].contains(lower) { return "false" }
    if ["null", "~"].contains(lower) { return "nothing" }
    if ["true", "false"].contains(lower), text != lower { return "the truth value \(lower)" }
    if text == "=" || text == "<<" { return "an instruction to the reader" }
    guard let first = text.utf8.first, Self.startsNumber.contains(first) else { return nil }
    return Self.numberReading(of: text)
  }

  private static let startsNumber: Set<UInt8> = Set("+-.0123456789".utf8)

  private static func numberReading(of text: String) -> String? {
    let unsigned = text.first == "-" || text.first == "+" ? text.dropFirst() : text[...]
    let lower = unsigned.lowercased()
    if [".inf", ".nan"].contains(lower) { return "a number without value" }
    let digits = unsigned.filter { $0 != "_" }
    let isNumber = Self.isDecimal(digits)
    if isNumber, digits.count != unsigned.count { return "the number \(digits)" }
    if isNumber, text.first == "+" { return "the number \(digits)" }
    if isNumber, unsigned.first == "." || unsigned.last == "." { return "a number" }
    if isNumber, unsigned.count > 1, unsigned.first == "0", unsigned.dropFirst().first != "." {
      return "a number in base 8"
    }
    for (prefix, radix) in [("0x", 16), ("0b", 2), ("0o", 8)] where lower.hasPrefix(prefix) {
      let digits = lower.dropFirst(2)
      if !digits.isEmpty, digits.allSatisfy({ $0.hexDigitValue.map { $0 < radix } ?? false }) {
        return "a number in base \(radix)"
      }
    }
    let groups = unsigned.split(separator: ":", omittingEmptySubsequences: false)
    if groups.count > 1, groups.allSatisfy({ Self.isDecimal($0) }) { return "a number in base 60" }
    let halves = lower.split(separator: "e", omittingEmptySubsequences: false)
    if halves.count == 2, Self.isDecimal(halves[0]), Self.isWhole(halves[1].drop { $0 == "+" || $0 == "-" }) {
      return "a number with an exponent"
    }
    return nil
  }

  private static func isWhole(_ text: some StringProtocol) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  }

  private static func isDecimal(_ text: some StringProtocol) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.count <= 2 && parts.contains { !$0.isEmpty }
      && parts.allSatisfy { $0.isEmpty || Self.isWhole($0) }
  }
}
