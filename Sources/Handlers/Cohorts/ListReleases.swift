// SPDX-License-Identifier: Apache-2.0

public import Storage

/// What has left so far, oldest first: which table, under which policy, for whom, by whom, when.
public enum ListReleases: Operation {
  public static let name = "cohort.releases"
  public static let roles: Set<Role> = [.planLead, .manager, .admin, .auditor]

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [ReleaseRecord] {
    try await practice.store.read(as: person) { try $0.everyRelease() }
  }
}

extension Reading {
  /// All pages of ``releases(after:limit:)``.
  func everyRelease() throws -> [ReleaseRecord] {
    var releases: [ReleaseRecord] = []
    while true {
      let page = try self.releases(after: releases.last?.id)
      releases += page
      if page.count < 1000 { return releases }
    }
  }
}
