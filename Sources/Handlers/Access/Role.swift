// SPDX-License-Identifier: Apache-2.0

/// What a person is here for. Every operation names the roles that may ask for it.
public enum Role: String, Sendable, Hashable, CaseIterable, Codable {
  case practitioner
  case setting
  case therapist
  case manager
  case planLead = "plan-lead"
  case auditor
  case admin
  case worker
}

extension Set<Role> {
  /// Those who work with children in the area's own team.
  public static let team: Set<Role> = [.practitioner, .therapist, .manager, .admin]
  /// Those who may decide on a child's tier.
  public static let deciding: Set<Role> = [.therapist, .admin]
  /// Those who run the week.
  public static let managing: Set<Role> = [.manager, .admin]
  /// Those who see summaries and plans, never a child.
  public static let planning: Set<Role> = [.planLead, .manager, .admin]
  /// Everyone who has signed in.
  public static let everyone = Set<Role>(Role.allCases)
}
