// SPDX-License-Identifier: Apache-2.0

/// Compares texts by their code units. `String`'s own operators hold two Unicode spellings of one letter equal,
/// which would make two different keys one.
enum TextOrder {
  static func same(_ left: String, _ right: String) -> Bool {
    // Texts that differ canonically differ in bytes too, and for ASCII this is the whole answer at memcmp's price.
    left == right && left.utf8.elementsEqual(right.utf8)
  }

  /// Below, equal to or above zero as `left` stands before, with or after `right` by UTF-16 code units.
  static func compare(_ left: String, _ right: String) -> Int {
    var rest = right.utf8.makeIterator()
    for unit in left.utf8 {
      guard let other = rest.next() else { return 1 }
      if unit == other { continue }
      // Bytes differ first at the lead of a scalar or within scalars of equal lead, where both encodings agree;
      // only scalars past U+FFFF (lead F0 and up) stand before U+E000 to U+FFFF (lead EE, EF) in UTF-16.
      if unit >= 0xF0, other == 0xEE || other == 0xEF { return -1 }
      if other >= 0xF0, unit == 0xEE || unit == 0xEF { return 1 }
      return Int(unit) - Int(other)
    }
    return rest.next() == nil ? 0 : -1
  }
}
