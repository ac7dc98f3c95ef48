// SPDX-License-Identifier: Apache-2.0

public import Storage

/// The ledger of erasures, by child: what has to be done again on a restored store.
public enum ListErasures: Operation {
  public static let name = "erasure.list"
  public static let roles = Set<Role>.checking

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> [ErasureRecord] {
    try await practice.store.read(as: person) { try $0.erasures() }
  }
}
