// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage

/// Every screener at hand, by id and version.
public enum ListScreeners: Operation {
  public static let name = "screener.list"
  public static let roles = Set<Role>.everyone

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [ScreenerDefinition] { try practice.screeners() }
}
