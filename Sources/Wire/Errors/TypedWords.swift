// SPDX-License-Identifier: Apache-2.0

import StrictJSON

/// The texts and numbers of some params, to keep them out of a sentence.
struct TypedWords {
  private let values: Set<String>

  init(_ params: JSONObject) {
    var values = Set<String>()
    Self.gather(.object(params), into: &values)
    self.values = values
  }

  private static func gather(_ value: JSONValue, into values: inout Set<String>) {
    switch value {
    case .null, .bool: break
    case .number(let number): values.insert(number.written)
    case .text(let text): if !text.isEmpty { values.insert(text) }
    case .list(let list): for value in list { Self.gather(value, into: &values) }
    case .object(let object):
      for member in object.members {
        // Keys can be anyone's words too; those that the method table knows never come with a space.
        if member.key.contains(" ") { values.insert(member.key) }
        Self.gather(member.value, into: &values)
      }
    }
  }

  /// Whether one of them stands in `sentence` as words of its own: `7` stands in "item 7", not in "item 17".
  func stand(in sentence: String) -> Bool {
    let sentence = Array(sentence.utf8)
    return self.values.contains { Self.stands(Array($0.utf8), in: sentence) }
  }

  private static func stands(_ value: [UInt8], in sentence: [UInt8]) -> Bool {
    guard value.count <= sentence.count else { return false }
    return (0...sentence.count - value.count).contains { start in
      let end = start + value.count
      return sentence[start] == value[0] && sentence[start..<end].elementsEqual(value)
        && (start == 0 || !(Self.isWord(sentence[start - 1]) && Self.isWord(value[0])))
        && (end == sentence.count || !(Self.isWord(sentence[end]) && Self.isWord(value[value.count - 1])))
    }
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
  }
}
