// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A named person's decision on a child's tier. Only ever added; the latest counts.
public struct TierConfirmationRecord: Sendable, Hashable {
  public let id: ConfirmationID
  public var screening: ScreeningID
  public var tier: String
  /// The person, by name.
  public var by: String
  public var role: Role
  /// Whether the tier differs from the one proposed; an override needs a reason.
  public var isOverride: Bool
  public var reason: String?
  public var at: Instant

  public init(
    id: ConfirmationID,
    screening: ScreeningID,
    tier: String,
    by: String,
    role: Role,
    isOverride: Bool,
    reason: String? = nil,
    at: Instant
  ) {
    self.id = id
    self.screening = screening
    self.tier = tier
    self.by = by
    self.role = role
    self.isOverride = isOverride
    self.reason = reason
    self.at = at
  }
}

extension TierConfirmationRecord: TableRow {
  static let table = TableShape(
    "tier_confirmation",
    key: 1,
    [
      "id", "screening", "tier", "made_by", "role", "is_override", "reason", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      screening: try row.next(),
      tier: try row.next(),
      by: try row.next(),
      role: try row.next(),
      isOverride: try row.next(),
      reason: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.screening.column, self.tier.column, self.by.column, self.role.column,
      self.isOverride.column, self.reason.column, self.at.column,
    ]
  }
}
