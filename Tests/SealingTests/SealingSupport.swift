// SPDX-License-Identifier: Apache-2.0

import Sealing
import Testing
import Vocabulary

extension ScryptCost {
  /// So cheap that nothing but a test may use it.
  static let cheap = ScryptCost(unchecked: 16, blockSize: 8, parallelism: 1)
}

extension CellPlace {
  static let name = CellPlace(table: "child", column: "family_name", row: ["E06000020", "c1"])
}

/// Bytes from hexadecimal digits; spaces and line ends don't count.
func bytes(_ hexadecimal: String) -> [UInt8] {
  let digits = hexadecimal.compactMap(\.hexDigitValue)
  return stride(from: 0, to: digits.count - 1, by: 2).map { UInt8(digits[$0] * 16 + digits[$0 + 1]) }
}

/// The code of the fault that `body` throws; `nil` when it throws none.
func code<Value>(_ body: () throws -> Value) -> Fault.Code? {
  do {
    _ = try body()
    return nil
  } catch { return (error as? Fault)?.code }
}

/// Every way to change one byte of `bytes` by one bit, and to cut one off.
func damaged(_ bytes: [UInt8]) -> [[UInt8]] {
  bytes.indices.map { index in
    var changed = bytes
    changed[index] ^= 1 << (index % 8)
    return changed
  } + [Array(bytes.dropLast()), Array(bytes.dropFirst()), []]
}
