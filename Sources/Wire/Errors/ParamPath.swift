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

  /// Whether everything but the last step is there; the last may be what is missing.
  func leads(into params: JSONObject) -> Bool {
    var value = JSONValue.object(params)
    for step in self.steps.dropLast() {
      switch step {
      case .member(let name):
        guard let member = value[name] else { return false }
        value = member
      case .element(let index):
        guard let list = value.list, list.indices.contains(index) else { return false }
        value = list[index]
      }
    }
    return switch self.steps.last {
    case .member: value.object != nil
    case .element(let index): value.list?.indices.contains(index) == true
    case nil: false
    }
  }
}
