// SPDX-License-Identifier: Apache-2.0

/// Reads hexadecimal bytes a line and says of each what the reader makes of it: the form in which it is written, or why
/// it is refused.
@main
enum Judge {
  static func main() {
    while let line = readLine() {
      let digits = Array(line)
      let bytes = stride(from: 0, to: digits.count - 1, by: 2).compactMap {
        UInt8(String(digits[$0...($0 + 1)]), radix: 16)
      }
      do throws(JSONError) {
        let value = try JSONValue(reading: bytes, limits: .line)
        print("taken", value.bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
      } catch {
        print("refused", error.problem.rawValue)
      }
    }
  }
}
