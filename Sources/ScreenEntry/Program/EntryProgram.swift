// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// `elsec screen enter` as a value: keys and news go in, actions, a screen and speech come out. It knows no
/// terminal, clock or store.
///
///     var program = EntryProgram(task)
///     var action = program.begin()              // .list
///     action = program.hear(.listed(roster))    // nil: waits for a key
///     action = program.press(.enter)            // nil: asks whether this is the child
///     action = program.press(.character("y"))   // .open(child)
///
/// While an action is outstanding no key is taken. What a screen or speech calls kept has been acknowledged by
/// ``EntryNews/kept``.
public struct EntryProgram: Sendable {
  /// Where the person is.
  enum Stage: Hashable, Sendable {
    case starting
    case listing
    /// Two identifiers are shown; `y` opens the sitting.
    case confirming(RosterChild)
    /// Why was the child not screened?
    case excusing(RosterChild)
    case asking
    case noting(String)
    /// The language of the answers to come, as a code.
    case speaking(String)
    /// Every answer is shown. With an open item it is only looked at.
    case reviewing
    /// The form is typed once more.
    case rekeying
    /// Both typings differ: which is right?
    case settling
    case finished(EntryResult)
    case over
  }

  enum Pending: Sendable {
    case list
    case open(ChildID)
    case keep(EntryEvent, EntrySession)
    case finish
    case record(RosterChild, ReasonNotScreened)
  }

  struct Message: Hashable, Sendable {
    let text: String
    let isProblem: Bool
  }

  public let task: EntryTask
  public internal(set) var roster = Roster(title: "", children: [])
  /// The child being entered, and everything that is kept of the sitting.
  public internal(set) var sitting: EntrySitting?
  var stage = Stage.starting
  var pending: Pending?
  var message: Message?
  var showsHelp = false
  /// What has to be said and was not taken yet.
  var speech = ""
  /// Whether the speech so far ends within a line.
  var isMidLine = false

  var child: RosterChild?
  var selected: ChildID?
  var searched = ""
  var filter: RosterGroup?
  /// An answer that takes several keys, as far as it is typed.
  var typed = ""
  var concern: Bool
  var check: FormCheck?
  /// Where a review or a list begins on the screen when it is longer.
  var scroll = 0

  public init(_ task: EntryTask) {
    self.task = task
    self.concern = task.concern
  }

  /// The first action. Call once.
  public mutating func begin() -> EntryAction? {
    self.pending = .list
    return .list
  }

  /// Whether an action is outstanding.
  public var isWaiting: Bool { self.pending != nil }

  public var isOver: Bool { self.stage == .over }

  /// Everything that is kept of the open sitting, in order.
  public var kept: [EntryEvent] { self.sitting?.session.events ?? [] }

  /// What is to be said aloud, or printed, since it was last taken: whole lines, the last perhaps open for what is
  /// typed next. Never moves a cursor.
  public mutating func takeSpeech() -> String {
    defer { self.speech = "" }
    return self.speech
  }

  /// Takes one key.
  public mutating func press(_ key: EntryKey) -> EntryAction? {
    guard self.pending == nil, self.stage != .over else { return nil }
    if self.showsHelp {
      self.showsHelp = false
      if key == .leave { return self.leaveProgram() }
      self.prompt()
      return nil
    }
    if key == .character("?"), self.takesHelp {
      self.showsHelp = true
      self.endLine()
      for line in self.helpLines { self.say("  \(line)") }
      self.tell("any key goes on ")
      return nil
    }
    switch self.stage {
    case .starting, .over: return key == .leave ? self.leaveProgram() : nil
    case .listing: return self.pressListing(key)
    case .confirming(let child): return self.pressConfirming(key, child)
    case .excusing(let child): return self.pressExcusing(key, child)
    case .asking: return self.pressAsking(key)
    case .noting(let text): return self.pressNoting(key, text)
    case .speaking(let code): return self.pressSpeaking(key, code)
    case .reviewing: return self.pressReviewing(key)
    case .rekeying: return self.pressRekeying(key)
    case .settling: return self.pressSettling(key)
    case .finished: return self.pressFinished(key)
    }
  }

  /// Takes what came of the outstanding action.
  public mutating func hear(_ news: EntryNews) -> EntryAction? {
    guard let pending = self.pending else { return nil }
    self.pending = nil
    switch (pending, news) {
    case (.list, .listed(let roster)): return self.hearRoster(roster)
    case (.open, .opened(let sitting)): return self.hearSitting(sitting)
    case (.keep(let event, let session), .kept): return self.hearKept(event, session)
    case (.finish, .finished(let result)): return self.hearResult(result)
    case (.record(let child, let reason), .recorded): return self.hearRecorded(child, reason)
    case (_, .refused(let error)): return self.hearRefusal(error, of: pending)
    default: return self.hearRefusal(Self.outOfTurn, of: pending)
    }
  }

  static let outOfTurn = Fault(.entryNews, "an action was answered by something else", maybe: "report this")
}

extension EntryProgram {
  mutating func request(_ action: Pending) -> EntryAction? {
    switch action {
    case .list:
      self.pending = action
      return .list
    case .open(let child):
      self.pending = action
      return .open(child)
    case .keep(let event, _):
      guard let sitting = self.sitting else { return nil }
      self.pending = action
      return .keep(event, sitting.entry, after: sitting.session.events.count)
    case .finish:
      guard let sitting = self.sitting else { return nil }
      self.pending = action
      return .finish(sitting.entry, concern: self.concern)
    case .record(let child, let reason):
      self.pending = action
      return .record(child.id, reason)
    }
  }

  /// Leaves for good.
  mutating func leaveProgram() -> EntryAction? {
    if self.sitting != nil, !self.isFinished {
      self.endLine()
      let done = self.sitting?.session.isComplete == true
      self.say(done ? "kept; the same command goes on from here" : "kept so far; the same command goes on from here")
    } else {
      self.endLine()
    }
    self.stage = .over
    return .leave(nil)
  }

  private mutating func hearRefusal(_ error: any Error, of pending: Pending) -> EntryAction? {
    self.check?.stopApplying()
    self.endLine()
    switch pending {
    case .list: return self.fail(error)
    case .open where self.task.child != nil: return self.fail(error)
    case .open:
      self.sitting = nil
      self.complain(error)
      self.showList()
    case .keep:
      // Whether the store has it or not, the store says; nothing is shown as kept on our own word.
      self.complain(error, first: "not kept: ")
      guard let child = self.child else { return self.fail(error) }
      return self.request(.open(child.id))
    case .finish:
      self.complain(error, first: "not finished: ")
      self.stage = .reviewing
      self.prompt()
    case .record:
      self.complain(error, first: "not recorded: ")
      self.showList()
    }
    return nil
  }

  private mutating func fail(_ error: any Error) -> EntryAction? {
    self.stage = .over
    return .leave(error)
  }

  private var isFinished: Bool {
    if case .finished = self.stage { return true }
    return false
  }

  private var takesHelp: Bool {
    switch self.stage {
    case .noting, .speaking, .starting, .over: false
    default: true
    }
  }
}

/// Speech: what a plain terminal prints, one line an event.
extension EntryProgram {
  mutating func say(_ line: String) {
    self.speech += DisplayColumns.printable(line) + "\n"
    self.isMidLine = false
  }

  /// Says something that what is typed next stands behind.
  mutating func tell(_ text: String) {
    self.speech += DisplayColumns.printable(text)
    self.isMidLine = true
  }

  mutating func endLine() {
    if self.isMidLine { self.speech += "\n" }
    self.isMidLine = false
  }

  /// Shows and says what was done.
  mutating func note(_ text: String) {
    self.message = Message(text: text, isProblem: false)
    self.say(text)
  }

  /// Shows and says what can't be done, in the middle of a line.
  mutating func warn(_ text: String) {
    self.message = Message(text: text, isProblem: true)
    self.endLine()
    self.tell("  \(text) ")
  }

  mutating func complain(_ error: any Error, first: String = "") {
    let fault = error as? Fault
    let text = first + (fault?.message ?? "something went wrong inside elsec")
    let hint = fault?.hint.map { "; maybe: \($0)" } ?? ""
    self.endLine()
    self.message = Message(text: text + hint, isProblem: true)
    self.say(text + hint)
  }
}

extension Fault.Code {
  static let entryNews = Fault.Code("entry.news", .defect)
}
