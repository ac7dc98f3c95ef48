// SPDX-License-Identifier: Apache-2.0

public import Storage

extension Set<Role> {
  /// Those who work with children in the area's own team.
  public static let team: Set<Role> = [.practitioner, .therapist, .manager, .admin]
  /// Those who may decide on a child's tier.
  public static let deciding: Set<Role> = [.therapist, .admin]
  /// Those who run the week.
  public static let managing: Set<Role> = [.manager, .admin]
  /// Those who ask for rotas and follow their making.
  public static let scheduling: Set<Role> = [.manager, .admin, .worker]
  /// Those who see summaries and plans, never a child.
  public static let planning: Set<Role> = [.planLead, .manager, .admin]
  public static let checking: Set<Role> = [.auditor, .manager, .admin]
  /// Everyone who has signed in.
  public static let everyone = Set<Role>(Role.allCases)
}
