// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// How a device stands with its service: what is unsent and since when, and what the service would not simply keep.
public enum ShowSync: Operation {
  public struct Output: Sendable {
    /// `nil` in a store that is no device's.
    public let server: SyncServerRecord?
    public let unsent: Int
    public let oldestUnsent: Instant?
    public let unsettled: [OutboxRecord]
  }

  public static let name = "sync.show"
  public static let roles = Set<Role>.team

  public static func perform(_ input: Void, in practice: Practice, as person: Principal) async throws -> Output {
    try await practice.store.read(as: person) { reading in
      Output(
        server: try reading.syncServer(), unsent: try reading.unsentCount(), oldestUnsent: try reading.oldestUnsent(),
        unsettled: try reading.unsettled())
    }
  }
}
