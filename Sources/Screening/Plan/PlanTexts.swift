// SPDX-License-Identifier: Apache-2.0

/// Short texts of a plan, written down once in one run of bytes and named by number.
struct PlanTexts: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  /// Whether `text` can stand in a cell of a CSV file without quotation marks.
  static func needsNoQuotes(_ text: String) -> Bool {
    !text.utf8.contains { $0 == 0x2C || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D }
  }

  /// The number that names `text` from now on.
  mutating func add(_ text: String) -> Int {
    self.bytes.append(contentsOf: text.utf8)
    self.ends.append(self.bytes.count)
    return self.ends.count - 1
  }

  func write(_ number: Int, to output: inout ByteOutput) {
    let range = (number == 0 ? 0 : self.ends[number - 1])..<self.ends[number]
    self.bytes.withUnsafeBytes { output.put(UnsafeRawBufferPointer(rebasing: $0[range])) }
  }
}
