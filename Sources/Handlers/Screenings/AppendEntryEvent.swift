// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// Keeps one thing that was typed. Durable when it returns: show it as accepted only then.
public enum AppendEntryEvent: Operation {
  public struct Input: Sendable {
    public let entry: EntryID
    /// Anything but ``Screening/EntryEvent/finished`` and ``Screening/EntryEvent/paused``, which leave no row.
    public let event: EntryEvent

    public init(entry: EntryID, event: EntryEvent) {
      self.entry = entry
      self.event = event
    }
  }

  public static let name = "entry.append"
  public static let roles = Set<Role>.team

  public static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws {
    try await practice.store.write(as: person) { records in
      switch input.event {
      case .answered(let item, let code):
        try records.append(.answer, item: item.rawValue, code: code.rawValue, to: input.entry)
      case .skipped(let item): try records.append(.skip, item: item.rawValue, to: input.entry)
      case .wentBack: try records.append(.back, to: input.entry)
      case .noted(let text): try records.append(.note, code: text, to: input.entry)
      case .paused, .finished: break
      }
    }
  }
}
