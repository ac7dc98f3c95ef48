// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension DemandDerivation {
  /// Tells children without a group where there is room: in a group of the same tier that does the same
  /// programme, or one for a neighbouring age.
  mutating func suggestRoom(_ waiting: [Bucket: [DemandInputs.Child]]) {
    var programmeOf: [ChildID: Bucket] = [:]
    for (bucket, children) in waiting { for child in children { programmeOf[child.id] = bucket } }
    for index in self.notPlaced.indices where self.notPlaced[index].reason == .tooFewForGroup {
      guard case .child(let child) = self.notPlaced[index].subject, let bucket = programmeOf[child] else {
        continue
      }
      let entry = self.notPlaced[index]
      let near = self.inputs.pathway.neighbours(of: bucket.programme, tier: bucket.tier)
      let room = self.groups.first { group in
        guard group.setting == bucket.setting, group.tier == bucket.tier, near.contains(group.programme),
          let programme = self.inputs.pathway.programme(group.programme)
        else { return false }
        return group.children.count < programme.groupSize.upperBound
      }
      guard let room, let programme = self.inputs.pathway.programme(room.programme) else { continue }
      self.notPlaced[index] = NotPlaced(
        subject: entry.subject,
        setting: entry.setting,
        reason: entry.reason,
        because: entry.because,
        suggestion: "the group \(room.series) of \(programme.title) has \(room.children.count) of "
          + "\(programme.groupSize.upperBound) children"
      )
    }
  }
}

extension Pathway {
  /// The programme itself, and those that the same tier leads to at the ages next to its own.
  func neighbours(of programme: ProgrammeID, tier: String) -> Set<ProgrammeID> {
    let own = self.rules.filter { $0.tier == tier && $0.outcome == .programme(programme) }.map(\.ages.bounds)
    var near: Set<ProgrammeID> = [programme]
    for rule in self.rules where rule.tier == tier {
      guard case .programme(let id) = rule.outcome else { continue }
      let ages = rule.ages.bounds
      if own.contains(where: { $0.upperBound + 1 == ages.lowerBound || ages.upperBound + 1 == $0.lowerBound }) {
        near.insert(id)
      }
    }
    return near
  }
}
