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

    /// What whoever works on the device is to be told at every start: from a day on, that records are on no other
    /// machine; from three days on, what that means. `nil` before, and where nothing is unsent.
    public func reminder(at now: Instant) -> String? {
      guard let oldest = self.oldestUnsent else { return nil }
      let hours = (now.microseconds - oldest.microseconds) / 3_600_000_000
      guard hours >= 24 else { return nil }
      let sentence = "\(counted(self.unsent, "record")) unsent since \(oldest.date)"
      return hours < 72 ? sentence : "\(sentence): they are on no other machine, and go with this one"
    }
  }

  public static let name = "sync.show"
  public static let roles = Set<Role>.team

  public static func perform(_ input: Void, in practice: Practice, as person: Principal) async throws -> Output {
    try await practice.store.read(as: person) { try Self.look($0) }
  }

  /// The same within a transaction that is open.
  public static func look(_ reading: Reading) throws -> Output {
    Output(
      server: try reading.syncServer(), unsent: try reading.unsentCount(), oldestUnsent: try reading.oldestUnsent(),
      unsettled: try reading.unsettled())
  }
}
