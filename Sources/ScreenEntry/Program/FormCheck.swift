// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// A second typing of the same form, and what becomes of the differences. Nothing of it is kept until a difference
/// is settled for the second typing.
struct FormCheck: Sendable {
  struct Difference: Hashable, Sendable {
    let item: ItemCode
    /// `nil`: not answered.
    let first: ResponseCode?
    let second: ResponseCode?
    /// `nil`: not settled.
    var takesSecond: Bool?
  }

  enum State: Hashable, Sendable {
    case typing
    case settling
    /// Settled answers are being kept.
    case applying
    case done(differences: Int)
  }

  private(set) var again: EntrySession
  private(set) var differences: [Difference] = []
  var state = State.typing
  private var wanted: [ItemCode: EntrySession.Given] = [:]
  private var stepsBack = 0

  /// A check of the answers of `session`, with nothing typed yet.
  init(of session: EntrySession) {
    var blank = session
    while (try? blank.take(.wentBack)) != nil {}
    self.again = blank
  }

  /// The first difference that waits for a decision.
  var open: Int? { self.differences.firstIndex { $0.takesSecond == nil } }

  mutating func type(_ event: EntryEvent) throws { try self.again.take(event) }

  mutating func compare(with session: EntrySession) {
    let (first, second) = (session.answers, self.again.answers)
    let given = session.given.map(\.item)
    let more = self.again.given.map(\.item).filter { !given.contains($0) }
    self.differences = (given + more).filter { first[$0] != second[$0] }.map {
      Difference(item: $0, first: first[$0], second: second[$0])
    }
    self.state = self.differences.isEmpty ? .done(differences: 0) : .settling
  }

  mutating func settle(_ index: Int, takesSecond: Bool) {
    guard self.differences.indices.contains(index) else { return }
    self.differences[index].takesSecond = takesSecond
  }

  /// Takes back the last decision; `false` when there is none.
  mutating func unsettle() -> Bool {
    guard let last = self.differences.lastIndex(where: { $0.takesSecond != nil }) else { return false }
    self.differences[last].takesSecond = nil
    return true
  }

  /// Begins to keep what was settled, once everything is.
  mutating func apply(to session: EntrySession) {
    let changed = self.differences.filter { $0.takesSecond == true }
    let given = session.given
    guard !changed.isEmpty else {
      self.state = .done(differences: self.differences.count)
      return
    }
    self.wanted = Dictionary((self.again.given + given).map { ($0.item, $0) }, uniquingKeysWith: { $1 })
    for difference in changed { self.wanted[difference.item]?.code = difference.second }
    let firstChanged = given.firstIndex { item in changed.contains { $0.item == item.item } } ?? given.count
    self.stepsBack = given.count - firstChanged
    self.state = .applying
  }

  /// The next event that leads to the settled answers; `nil` when they are all kept, or a person has to say.
  mutating func next(for session: EntrySession) -> EntryEvent? {
    guard self.state == .applying else { return nil }
    if self.stepsBack > 0 {
      self.stepsBack -= 1
      return .wentBack
    }
    guard let prompt = session.prompt else {
      self.state = .done(differences: self.differences.count)
      return nil
    }
    guard let wanted = self.wanted[prompt.item] else { return nil }
    // An answer that is kept again stays in the language it was given in.
    if wanted.language != session.language { return .spoke(wanted.language ?? "") }
    return wanted.event
  }

  mutating func stopApplying() {
    if self.state == .applying { self.state = .typing }
  }
}

extension EntrySession {
  /// An item that was given, with what was answered.
  struct Given: Hashable, Sendable {
    let item: ItemCode
    /// `nil`: skipped.
    var code: ResponseCode?
    /// `nil`: the usual one.
    let language: String?

    var event: EntryEvent { self.code.map { .answered(self.item, $0) } ?? .skipped(self.item) }
  }

  /// The items given, in the order they were given, without those taken back.
  var given: [Given] {
    var (given, language) = ([Given](), String?.none)
    for event in self.events {
      switch event {
      case .answered(let item, let code): given.append(Given(item: item, code: code, language: language))
      case .skipped(let item): given.append(Given(item: item, code: nil, language: language))
      case .wentBack: _ = given.popLast()
      case .spoke(let code): language = code.isEmpty ? nil : code
      case .noted, .paused, .finished: break
      }
    }
    return given
  }
}
