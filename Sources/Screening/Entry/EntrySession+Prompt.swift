// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension EntrySession {
  /// The next item, or `nil` when every section is done or entry is finished.
  public var prompt: EntryPrompt? {
    guard !self.isFinished else { return nil }
    let path = self.path
    guard let position = path.next else { return nil }
    let section = self.preparedScreener.section(ofItemAt: position)
    let index = position - section.offset
    let item = section.items[index]
    let standing = path.parts.first { $0.section.id == section.id }?.standing
    return EntryPrompt(
      section: section.id,
      sectionTitle: section.title,
      item: item.code,
      text: item.text,
      choices: section.options.compactMap { option in
        option.key.map { EntryChoice(key: $0, code: option.code, points: option.points) }
      },
      number: section.isNumber ? section.points : nil,
      because: standing.flatMap { self.reason(section, $0, index) }
    )
  }

  /// Takes the answer that `key` stands for, in either case, for the next item, and returns the event.
  ///
  /// Throws `entry.unknown-key`, or `entry.out-of-turn` when no item is open.
  @discardableResult
  public mutating func answer(key: Character) throws -> EntryEvent {
    guard let prompt = self.prompt else { throw Fault(.entryOutOfTurn, "no item is open") }
    let typed = key.uppercased()
    guard let choice = prompt.choices.first(where: { String($0.key) == typed }) else {
      let keys = prompt.choices.map { "\($0.key) for \($0.code)" }.joined(separator: ", ")
      throw Fault(
        .entryUnknownKey,
        "item \(prompt.item) has no such key",
        at: "\(prompt.item)",
        maybe: prompt.number.map { "type a whole number from \($0)" } ?? "type \(keys)"
      )
    }
    let event = EntryEvent.answered(prompt.item, choice.code)
    try self.take(event)
    return event
  }

  /// Takes a whole number for the next item, and returns the event.
  ///
  /// Throws `screening.unknown-response` for one the item does not take, or `entry.out-of-turn` when no item is open.
  @discardableResult
  public mutating func answer(number: Int) throws -> EntryEvent {
    guard let prompt = self.prompt else { throw Fault(.entryOutOfTurn, "no item is open") }
    let event = EntryEvent.answered(prompt.item, ResponseCode("\(number)"))
    try self.take(event)
    return event
  }

  /// Skips the next item and returns the event. Throws `entry.out-of-turn` when no item is open.
  @discardableResult
  public mutating func skip() throws -> EntryEvent {
    guard let prompt = self.prompt else { throw Fault(.entryOutOfTurn, "no item is open") }
    let event = EntryEvent.skipped(prompt.item)
    try self.take(event)
    return event
  }

  /// Sections that need nothing more, in the order they are given, with the reason.
  public var closures: [SectionClosure] { self.path.parts.compactMap(\.closure) }

  public var progress: EntryProgress {
    var open = 0
    var done = 0
    let path = self.path
    for part in path.parts {
      let section = part.section
      switch part.standing {
      case .walk(let walk) where walk.outcome != .complete:
        // Where a basal may still be missed, every item below can come up too.
        let below = section.basal?.reverse == true && !walk.hasBasal ? 0 : walk.lowest
        open += section.items.indices.dropFirst(below).count { self.isOpen(at: section.offset + $0) }
      case .adaptive(let entry) where entry.next != nil: open += entry.openAtMost
      case .offRoute(isOver: false): open += section.items.count
      case .walk, .adaptive, .notForAge, .offRoute, .noColour: done += 1
      }
    }
    return EntryProgress(
      entered: self.enteredCount,
      openAtMost: self.isFinished ? 0 : open,
      sectionsDone: done,
      sections: self.preparedScreener.sections.count
    )
  }

  /// What a chosen order has found out so far, a line a section: ability, error, and whether the tier is clear. Empty
  /// for a screener whose items come in a fixed order.
  public var standing: [String] {
    self.path.parts.compactMap { part in
      if case .adaptive(let entry) = part.standing { entry.words(part.section.id) } else { nil }
    }
  }

  private func reason(_ section: PreparedSection, _ standing: EntryPath.Standing, _ index: Int) -> String? {
    let codes = section.items.map(\.code)
    switch standing {
    case .walk(let walk):
      if index < walk.start, let basal = section.basal {
        return "stepping back: no \(basal.run) in a row from \(codes[index + 1])"
      }
      if index == walk.start, index > 0, walk.lowest == walk.start {
        return "\(section.id) starts at \(codes[index]) for \(self.ageMonths) months"
      }
      return self.routeReason(section, index)
    case .adaptive(let entry): return entry.because
    case .notForAge, .offRoute, .noColour: return nil
    }
  }

  /// Why a section of a route begins.
  private func routeReason(_ section: PreparedSection, _ index: Int) -> String? {
    guard index == 0, let route = self.preparedScreener.route,
      let step = route.sections.firstIndex(where: { self.preparedScreener.sections[$0].id == section.id })
    else { return nil }
    guard !section.ages.contains(self.ageMonths) else {
      return "\(section.id) is the section for \(self.ageMonths) months"
    }
    let above = self.preparedScreener.sections[route.sections[step + 1]].id
    return "going down: \(above) is not \(route.colours[route.last])"
  }
}

extension EntryPath.Part {
  /// `nil` while the section still needs answers, or may come to need them.
  fileprivate var closure: SectionClosure? {
    func closed(_ reason: SectionClosure.Reason, credited: [ItemCode] = [], notGiven: [ItemCode] = [])
      -> SectionClosure
    {
      SectionClosure(section: self.section.id, reason: reason, credited: credited, notGiven: notGiven)
    }
    switch self.standing {
    case .notForAge: return closed(.notForAge)
    case .offRoute(let isOver): return isOver ? closed(.offRoute) : nil
    case .noColour: return closed(.noColour)
    case .adaptive(let entry): return entry.settled.map { closed(.settled($0)) }
    case .walk(let walk):
      guard walk.outcome == .complete else { return nil }
      let codes = self.section.items.map(\.code)
      let credited = Array(codes[..<walk.credited])
      guard let at = walk.ceiling, let ceiling = self.section.ceiling else {
        return closed(.allItemsGiven, credited: credited)
      }
      return closed(
        .ceiling(run: ceiling.run, at: codes[at]),
        credited: credited,
        notGiven: Array(codes[(at + 1)...])
      )
    }
  }
}
