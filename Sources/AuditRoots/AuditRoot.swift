// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What an area's audit was at a moment: so many entries, with this Merkle root over their hashes.
public struct AuditRoot: Sendable, Hashable {
  /// The area's GSS code.
  public let area: String
  /// How many entries it covers, from the first on.
  public let size: Int
  /// The Merkle root (RFC 6962) whose leaves are the 32 bytes of each entry's hash.
  public let root: Digest
  /// The hash of the last entry covered; ``Vocabulary/Digest/zero`` when there is none.
  public let head: Digest
  public let at: Instant

  public init(area: String, size: Int, root: Digest, head: Digest, at: Instant) {
    self.area = area
    self.size = size
    self.root = root
    self.head = head
    self.at = at
  }

  private static let origin = "elsec/audit/"

  /// What is signed: a checkpoint of a transparency log, five lines each ended by a line feed: `elsec/audit/` and the
  /// area, the size, the root in Base64, `head` and the head in hexadecimal, `at` and the instant.
  public var statement: String {
    """
    \(Self.origin)\(self.area)
    \(self.size)
    \(Base64.text(self.root.bytes))
    head \(self.head)
    at \(self.at)

    """
  }

  /// Reads exactly what ``statement`` writes; `nil` for anything else.
  public init?(statement: some StringProtocol) {
    let lines = statement.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 6, lines[0].hasPrefix(Self.origin), let size = Int(lines[1]), size >= 0,
      let root = Base64.bytes(lines[2]).flatMap({ Digest(bytes: $0) }),
      let head = Digest(hex: lines[3].dropFirst(5)), let at = Instant(lines[4].dropFirst(3))
    else { return nil }
    self.init(area: String(lines[0].dropFirst(Self.origin.count)), size: size, root: root, head: head, at: at)
    guard self.statement == statement else { return nil }
  }
}
