// SPDX-License-Identifier: Apache-2.0

/// Everything kept about one child, for the family that asks: one text to read, and the same as JSON.
///
/// As JSON: `area`, `child`, `madeAt`, `records` (a kind of record, its fields and rows; `null` where nothing is kept)
/// and `looks` (who wrote or saw something, when, in which role, what for).
public struct SubjectAccessPack: Sendable, Encodable {
  public struct Records: Sendable, Encodable {
    public let kind: String
    public let fields: [String]
    /// In the order of ``fields``.
    public let rows: [[String?]]

    public init(kind: String, fields: [String], rows: [[String?]]) {
      self.kind = kind
      self.fields = fields
      self.rows = rows
    }
  }

  public struct Look: Sendable, Encodable {
    public let at: String
    public let by: String
    public let role: String
    public let purpose: String
    public let did: String
    /// The kind of record.
    public let what: String

    public init(at: String, by: String, role: String, purpose: String, did: String, what: String) {
      self.at = at
      self.by = by
      self.role = role
      self.purpose = purpose
      self.did = did
      self.what = what
    }
  }

  public let area: String
  public let child: String
  /// The child's name as it is kept.
  public let name: String
  public let madeAt: String
  public let records: [Records]
  public let looks: [Look]

  public init(area: String, child: String, name: String, madeAt: String, records: [Records], looks: [Look]) {
    self.area = area
    self.child = child
    self.name = name
    self.madeAt = madeAt
    self.records = records
    self.looks = looks
  }
}
