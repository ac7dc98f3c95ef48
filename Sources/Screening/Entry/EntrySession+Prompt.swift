// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension EntrySession {
  /// The next item, or `nil` when every section is done or entry is finished.
  public var prompt: EntryPrompt? {
    guard !self.isFinished else { return nil }
    for (section, walk) in self.walks {
      guard let walk, case .needs(let index) = walk.outcome else { continue }
      let item = section.items[index]
      return EntryPrompt(
        section: section.id,
        sectionTitle: section.title,
        item: item.code,
        text: item.text,
        choices: section.options.map { EntryChoice(key: $0.key, code: $0.code, points: $0.points) },
        because: self.reason(section, walk, index)
      )
    }
    return nil
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
        maybe: "type \(keys)"
      )
    }
    let event = EntryEvent.answered(prompt.item, choice.code)
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

  /// Sections that need nothing more, in order, with the reason.
  public var closures: [SectionClosure] {
    self.walks.compactMap { section, walk in
      guard let walk else {
        return SectionClosure(section: section.id, reason: .notForAge, credited: [], notGiven: [])
      }
      guard walk.outcome == .complete else { return nil }
      let codes = section.items.map(\.code)
      let credits = walk.hasBasal && section.basal?.creditBelow == true
      let credited = credits ? Array(codes[..<walk.lowest]) : []
      guard let at = walk.ceiling, let ceiling = section.ceiling else {
        return SectionClosure(section: section.id, reason: .allItemsGiven, credited: credited, notGiven: [])
      }
      return SectionClosure(
        section: section.id,
        reason: .ceiling(run: ceiling.run, at: codes[at]),
        credited: credited,
        notGiven: Array(codes[(at + 1)...])
      )
    }
  }

  public var progress: EntryProgress {
    var open = 0
    var done = 0
    for (section, walk) in self.walks {
      guard let walk, walk.outcome != .complete else {
        done += 1
        continue
      }
      // Where a basal may still be missed, every item below can come up too.
      let below = section.basal?.reverse == true && !walk.hasBasal ? 0 : walk.lowest
      open += section.items.indices.dropFirst(below).count { self.isOpen(at: section.offset + $0) }
    }
    return EntryProgress(
      entered: self.enteredCount,
      openAtMost: self.isFinished ? 0 : open,
      sectionsDone: done,
      sections: self.preparedScreener.sections.count
    )
  }

  private func reason(_ section: PreparedSection, _ walk: SectionWalk, _ index: Int) -> String? {
    let codes = section.items.map(\.code)
    if index < walk.start, let basal = section.basal {
      return "stepping back: no \(basal.run) in a row from \(codes[index + 1])"
    }
    if index == walk.start, index > 0, walk.lowest == walk.start {
      return "\(section.id) starts at \(codes[index]) for \(self.ageMonths) months"
    }
    return nil
  }
}
