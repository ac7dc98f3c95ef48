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
    /// How many events the person has seen kept: with another number the event is refused, because somebody else
    /// has typed into the sitting. `nil`: not checked.
    public let after: Int?

    public init(entry: EntryID, event: EntryEvent, after: Int? = nil) {
      self.entry = entry
      self.event = event
      self.after = after
    }
  }

  public static let name = "entry.append"
  public static let roles = Set<Role>.team

  /// - Throws: `store.changed-meanwhile` when other events are kept than ``Input/after`` says; nothing is kept then.
  public static func perform(_ input: Input, in practice: Practice, as person: Principal) async throws {
    try await practice.store.write(as: person) { records in
      if let used = try records.screener(ofEntry: input.entry) {
        try Self.check(input.event, against: try practice.screener("\(used.screener)@\(used.version)"))
      }
      guard let kept = try Self.append(input.event, to: input.entry, in: records), let after = input.after else {
        return
      }
      guard kept.sequence == after + 1 else {
        throw Fault(
          .storeChangedMeanwhile, "somebody else has typed into this sitting meanwhile", at: "entry \(input.entry)",
          maybe: "look at what is kept now and go on from there")
      }
    }
  }

  private static func append(
    _ event: EntryEvent, to entry: EntryID, in records: Records
  ) throws -> EntryEventRecord? {
    switch event {
    case .answered(let item, let code):
      try records.append(.answer, item: item.rawValue, code: code.rawValue, to: entry)
    case .skipped(let item): try records.append(.skip, item: item.rawValue, to: entry)
    case .wentBack: try records.append(.back, to: entry)
    case .noted(let text): try records.append(.note, code: text, to: entry)
    case .spoke(let code): try records.append(.language, code: code, to: entry)
    case .paused, .finished: nil
    }
  }

  /// What is kept can always be read back: no event names an item or a response that the screener does not have.
  private static func check(_ event: EntryEvent, against definition: ScreenerDefinition) throws {
    let (item, code): (ItemCode, ResponseCode?)
    switch event {
    case .answered(let answered, let response): (item, code) = (answered, response)
    case .skipped(let skipped): (item, code) = (skipped, nil)
    case .spoke(let code):
      guard code.isEmpty || HomeLanguage(code)?.text == code else {
        throw Fault(
          .entryUnknownLanguage, "the language is no census code of three or four letters",
          maybe: "give a code such as POL, or none for the usual language")
      }
      return
    case .wentBack, .noted, .paused, .finished: return
    }
    guard let section = definition.sections.first(where: { $0.items.contains { $0.code == item } }) else {
      throw Fault(.unknownItem, "\(definition.id) \(definition.version) has no item \(item)", at: "\(item)")
    }
    let options = definition.responses.first { $0.id == section.use }?.options ?? []
    guard let code, !options.contains(where: { $0.code == code }) else { return }
    throw Fault(
      .unknownResponse, "item \(item) has a response it does not take", at: "\(item)",
      maybe: "it takes \(options.map(\.code.rawValue).joined(separator: ", "))")
  }
}
