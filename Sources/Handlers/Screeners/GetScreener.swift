// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage

/// One screener by `id` or `id@version`.
public enum GetScreener: Operation {
  public static let name = "screener.get"
  public static let roles = Set<Role>.everyone

  /// - Throws: `screener.unknown`.
  public static func perform(
    _ input: String, in practice: Practice, as person: Principal
  ) async throws -> ScreenerDefinition { try practice.screener(input) }
}
