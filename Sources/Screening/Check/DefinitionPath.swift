// SPDX-License-Identifier: Apache-2.0

/// A place in a definition file: map keys and list positions from the top. Written `bands[1].from`,
/// `scores["raw.u"].sum`; an item is found under its section's `items` by its code, a norm table's row
/// `n` (from 0) under `norms["all"].rows[n]`.
public struct DefinitionPath: Hashable, Sendable, CustomStringConvertible {
  public enum Step: Hashable, Sendable {
    case key(String)
    case index(Int)
  }

  public let steps: [Step]

  public init(_ steps: [Step]) { self.steps = steps }
  public init(_ keys: String...) { self.steps = keys.map(Step.key) }

  public subscript(key: String) -> DefinitionPath { DefinitionPath(self.steps + [.key(key)]) }
  public subscript(index: Int) -> DefinitionPath { DefinitionPath(self.steps + [.index(index)]) }

  public var description: String {
    var text = ""
    for step in self.steps {
      switch step {
      case .index(let index): text += "[\(index)]"
      case .key(let key) where key.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "-" || $0 == "_" }):
        text += text.isEmpty ? key : ".\(key)"
      case .key(let key): text += "[\"\(key)\"]"
      }
    }
    return text
  }
}
