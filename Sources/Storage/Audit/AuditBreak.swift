// SPDX-License-Identifier: Apache-2.0

/// The first place where an area's audit is not what was written.
public struct AuditBreak: Sendable, Hashable, CustomStringConvertible {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    /// The entry's content is not what its hash, or the entry after it, was made from.
    case edited
    /// Entries before the end are missing.
    case deleted
    /// A genuine entry stands in another's place.
    case reordered
    /// Entries at the end are missing.
    case truncated
    /// Entries stand beyond the end that the head records.
    case added
    /// Every link holds, but a root over these entries says that they were others: one or more of them was changed
    /// and the chain sealed anew.
    case rewritten
    /// A root over the entries up to this one is not signed by a key that counts.
    case forgedRoot = "forged-root"
    /// The root that this entry says was kept is gone.
    case missingRoot = "missing-root"
  }

  /// The first entry that is not what was written, or may not be.
  public let sequence: Int
  public let kind: Kind
  /// The last entry among which the change lies, where a root tells no closer; otherwise ``sequence``.
  public let through: Int

  public init(sequence: Int, kind: Kind, through: Int? = nil) {
    self.sequence = sequence
    self.kind = kind
    self.through = through ?? sequence
  }

  public var description: String {
    switch self.kind {
    case .edited, .deleted, .reordered, .truncated, .added: "entry \(self.sequence) was \(self.kind.rawValue)"
    case .rewritten where self.through == self.sequence:
      "entry \(self.sequence) was rewritten, and the chain sealed anew"
    case .rewritten: "one of the entries \(self.sequence) to \(self.through) was rewritten, and the chain sealed anew"
    case .forgedRoot: "the root of the first \(self.sequence) entries is not signed by a key that counts"
    case .missingRoot: "entry \(self.sequence) says that a root was kept, and it is gone"
    }
  }
}
