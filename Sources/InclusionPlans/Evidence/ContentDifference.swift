// SPDX-License-Identifier: Apache-2.0

/// Which lines of a snapshot changed.
public struct ContentDifference: Hashable, Sendable {
  /// Lines only the earlier snapshot has, in its order.
  public let removed: [String]
  /// Lines only the later snapshot has, in its order.
  public let added: [String]

  public init(from earlier: String, to later: String) {
    let before = earlier.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let after = later.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    var removed: [String] = []
    var added: [String] = []
    for change in after.difference(from: before) {
      switch change {
      case .remove(_, let line, _): removed.append(line)
      case .insert(_, let line, _): added.append(line)
      }
    }
    // Removals come last line first.
    self.removed = removed.reversed()
    self.added = added
  }

  public var isEmpty: Bool { self.removed.isEmpty && self.added.isEmpty }

  /// `- ` before lines that went, `+ ` before lines that came.
  public var text: String {
    (self.removed.map { "- " + $0 } + self.added.map { "+ " + $0 }).joined(separator: "\n")
  }
}
