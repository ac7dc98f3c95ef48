// SPDX-License-Identifier: Apache-2.0

import StrictJSON

/// A place in params: `answers.U3`, `records[3].birthDate`.
struct ParamPath {
  enum Step: Hashable {
    case member(String)
    case element(Int)
  }

  let steps: [Step]

  /// `nil` for every place of another kind: a file's line, `child 0190…`.
  init?(_ text: String) {
    var steps: [Step] = []
    for part in text.split(separator: ".", omittingEmptySubsequences: false) {
      let pieces = part.split(separator: "[", omittingEmptySubsequences: false)
      guard let name = pieces.first, !name.isEmpty, name.utf8.allSatisfy(Self.isNamed) else { return nil }
      steps.append(.member(String(name)))
      for piece in pieces.dropFirst() {
        guard piece.hasSuffix("]"), let index = Int(piece.dropLast()), index >= 0 else { return nil }
        steps.append(.element(index))
      }
    }
    self.steps = steps
  }

  private static func isNamed(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "_"): true
    default: false
    }
  }

  /// Whether all of it is there, or, with `lastMayMiss`, all but its last member.
  func leads(into params: JSONObject, lastMayMiss: Bool) -> Bool {
    var value = JSONValue.object(params)
    for (index, step) in self.steps.enumerated() {
      switch step {
      case .member(let name):
        guard let object = value.object else { return false }
        guard let member = object[name] else { return lastMayMiss && index == self.steps.count - 1 }
        value = member
      case .element(let place):
        guard let list = value.list, list.indices.contains(place) else { return false }
        value = list[place]
      }
    }
    return true
  }
}
