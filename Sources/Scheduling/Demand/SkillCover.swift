// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Whether a team can fill the slots of a visit at all, one person a slot.
struct SkillCover {
  private let people: [DemandInputs.Person]

  /// People without any minutes this week do not count.
  init(_ people: [DemandInputs.Person]) { self.people = people.filter { $0.minutes > 0 } }

  /// What is missing, in words; `nil` when every slot can have a person of its own.
  func missing(for slots: [Set<String>]) -> String? {
    var slotOf: [Int?] = Array(repeating: nil, count: self.people.count)
    for slot in slots.indices {
      guard self.people.contains(where: { $0.skills.isSuperset(of: slots[slot]) }) else {
        let skills = slots[slot].sorted().map { "'\($0)'" }.joined(separator: " and ")
        return slots[slot].isEmpty
          ? "nobody works this week" : "nobody with the skill \(skills) works this week"
      }
      var tried: Set<Int> = []
      guard self.seat(slot, of: slots, &slotOf, &tried) else {
        return
          "it needs \(slots.count) people at once, and the same person has the skills for two of the places"
      }
    }
    return nil
  }

  /// Finds a person for a slot, moving others to another slot where that helps.
  private func seat(
    _ slot: Int,
    of slots: [Set<String>],
    _ slotOf: inout [Int?],
    _ tried: inout Set<Int>
  ) -> Bool {
    for person in self.people.indices
    where self.people[person].skills.isSuperset(of: slots[slot]) && tried.insert(person).inserted {
      guard let other = slotOf[person] else {
        slotOf[person] = slot
        return true
      }
      if self.seat(other, of: slots, &slotOf, &tried) {
        slotOf[person] = slot
        return true
      }
    }
    return false
  }
}
