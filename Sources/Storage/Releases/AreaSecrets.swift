// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Records {
  /// The area's secret of this name, 64 hexadecimal digits from the system's random source; made the first
  /// time it is asked for, and the same ever after.
  public func secret(named name: String) throws -> String {
    let known = try self.rows("SELECT value FROM area_secret WHERE area = $1 AND name = $2", [name])
    if let row = known.first {
      var reader = RowReader(row)
      return try reader.next()
    }
    let bytes = (0..<32).map { _ in UInt8.random(in: 0...UInt8.max) }
    let value = Digest(bytes: bytes)?.description ?? ""
    try self.execute("INSERT INTO area_secret (area, name, value) VALUES ($1, $2, $3)", [name, value])
    try self.audit(.add, "area_secret", name, content: [])
    return value
  }
}
