// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child's answers being entered, item by item. A value: it asks, and takes events; keeping the events,
/// showing the prompt and reading keys are done outside.
///
///     var session = try EntrySession(of: screener, atMonths: 50)
///     session.prompt?.item                     // U3, the start for 50 months
///     try session.answer(key: "C")
///     let again = try EntrySession(of: screener, atMonths: 50, replaying: session.events)
///     again == session                         // true
public struct EntrySession: Hashable, Sendable {
  public let screener: ScreenerID
  public let version: ScreenerVersion
  /// Completed months that start points are read at.
  public let ageMonths: Int
  /// Draws among the best items of an adaptive section; the same seed and answers ask the same items.
  public let seed: UInt64
  /// Everything that was taken, in order.
  public private(set) var events: [EntryEvent] = []
  public private(set) var notes: [EntryNote] = []
  /// Closed by ``EntryEvent/finished``: nothing more is taken.
  public private(set) var isFinished = false
  /// Left by ``EntryEvent/paused`` and not yet taken up again.
  public private(set) var isPaused = false
  /// In which language answers are being given, as a CBDS code; `nil`: the usual one.
  public private(set) var language: String?
  /// By position, where an answer was not given in the usual language.
  private var languages: [Int: String] = [:]
  /// Positions answered or skipped, latest last.
  private var order: [Int] = []
  private var sheet: AnswerSheet
  private let prepared: PreparedScreenerReference

  /// Throws `screening.age-outside` when the screener refuses the age; an age it moves to the nearest in range
  /// is moved here too.
  ///
  /// - Parameter seed: any number that belongs to the sitting, such as one made from the entry's id.
  public init(of screener: PreparedScreener, atMonths months: Int, seed: UInt64 = 0) throws {
    let policy = screener.definition.age
    var months = months
    if !policy.range.contains(months) {
      guard policy.outside == .nearestFlagged else {
        throw Fault(
          .ageOutside,
          "\(screener.definition.id) is for \(policy.range) months; the child is \(months) months",
          maybe: "check both dates, or choose a screener for this age"
        )
      }
      months = months < policy.range.lowest ? policy.range.lowest : policy.range.highest
    }
    self.screener = screener.definition.id
    self.version = screener.definition.version
    self.ageMonths = months
    self.seed = seed
    self.prepared = PreparedScreenerReference(screener)
    self.sheet = screener.blankSheet
    // A route can lead to sections of younger ages.
    let routed = Set(screener.route?.sections ?? [])
    for (index, section) in screener.sections.enumerated()
    where routed.contains(index) || section.ages.contains(months) {
      for index in section.items.indices { self.sheet.responses[section.offset + index] = AnswerSheet.unseen }
    }
  }

  /// The session those events lead to. Throws what taking them one by one would throw.
  public init(
    of screener: PreparedScreener,
    atMonths months: Int,
    seed: UInt64 = 0,
    replaying events: [EntryEvent]
  ) throws {
    try self.init(of: screener, atMonths: months, seed: seed)
    for event in events { try self.take(event) }
  }

  /// Throws `entry.out-of-turn` when the event does not fit: another item is next, nothing can be taken back,
  /// or entry is finished; `screening.unknown-response` for a code the item does not take. The session is
  /// unchanged then.
  public mutating func take(_ event: EntryEvent) throws {
    guard !self.isFinished else {
      throw Fault(.entryOutOfTurn, "entry is finished", maybe: "amend the stored screening")
    }
    switch event {
    case .answered(let item, let code):
      let position = try self.turn(of: item)
      let section = self.prepared.value.section(ofItemAt: position)
      guard let response = section.position(of: code) else {
        throw Fault(
          .unknownResponse,
          "item \(item) takes \(section.allowedCodes)",
          at: "\(item)",
          maybe: "skip it if the child did not answer"
        )
      }
      self.sheet.responses[position] = response
      self.languages[position] = self.language
      self.order.append(position)
    case .skipped(let item):
      let position = try self.turn(of: item)
      self.sheet.responses[position] = AnswerSheet.blank
      self.order.append(position)
    case .wentBack:
      guard let position = self.order.popLast() else {
        throw Fault(.entryOutOfTurn, "there is no earlier item to go back to")
      }
      self.sheet.responses[position] = AnswerSheet.unseen
      self.languages[position] = nil
    case .spoke(let code):
      guard code.isEmpty || HomeLanguage(code)?.text == code else {
        throw Fault(
          .entryUnknownLanguage,
          "the language is no census code of three or four letters",
          maybe: "give a code such as POL, or none for the usual language"
        )
      }
      self.language = code.isEmpty ? nil : code
    case .noted(let text): self.notes.append(EntryNote(item: self.prompt?.item, text: text))
    case .paused: break
    case .finished: self.isFinished = true
    }
    self.isPaused = event == .paused
    self.events.append(event)
  }

  private func turn(of item: ItemCode) throws -> Int {
    let next = self.path.next
    guard let next, self.prepared.value.items[next] == item else {
      let due = next.map { "item \(self.prepared.value.items[$0]) is next" } ?? "no item is open"
      throw Fault(.entryOutOfTurn, "item \(item) was answered, but \(due)", at: "\(item)")
    }
    return next
  }
}

extension EntrySession {
  /// What has been written down; skipped items and items not yet given are absent.
  public var answers: ScreeningAnswers {
    var answers = self.prepared.value.answers(of: self.sheet)
    for (position, code) in self.languages { answers.setLanguage(code, of: self.prepared.value.items[position]) }
    return answers
  }

  /// Whether every section has all it needs.
  public var isComplete: Bool { self.path.next == nil }

  var preparedScreener: PreparedScreener { self.prepared.value }

  /// How each section stands, and what is next.
  var path: EntryPath {
    EntryPath(
      self.prepared.value,
      months: self.ageMonths,
      responses: self.sheet.responses,
      order: self.order,
      seed: self.seed
    )
  }

  var enteredCount: Int { self.order.count }

  func responses(in section: PreparedSection) -> [Int16] {
    Array(self.sheet.responses[section.offset..<section.offset + section.items.count])
  }

  func isOpen(at position: Int) -> Bool { self.sheet.responses[position] == AnswerSheet.unseen }
}

/// Lets equal sessions compare by what was entered: the screener is named by id, version and hash.
private struct PreparedScreenerReference: Hashable, Sendable {
  let value: PreparedScreener

  init(_ value: PreparedScreener) { self.value = value }

  static func == (a: Self, b: Self) -> Bool { a.value.definition.hash == b.value.definition.hash }
  func hash(into hasher: inout Hasher) { hasher.combine(self.value.definition.hash) }
}
