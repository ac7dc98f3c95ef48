// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Vocabulary

/// What further half days would serve, for printing as JSON.
struct AdviceReport: Encodable {
  struct HalfDayFound: Encodable {
    let role: String
    let skills: [String]
    /// The needed skill that no role usually has; `nil` for a role as it is.
    let extraSkill: String?
    let day: String
    let half: String
    let visits: Int
    let served: [String]
    let lost: [String]
    let weight: Int
    let costWithout: Int
    let costWith: Int
  }

  struct Idle: Encodable {
    let role: String
    let skills: [String]
  }

  let leftOut: [String]
  let leftOutWeight: Int
  let cost: Int
  let savedWithout: Int
  let halfDays: [HalfDayFound]
  let idle: [Idle]
  let sentences: [String]

  init(_ advice: HalfDayAdvice, in problem: RotaProblem) {
    self.leftOut = advice.leftOut.map(\.rawValue)
    self.leftOutWeight = advice.leftOutWeight
    self.cost = advice.cost
    self.savedWithout = advice.savedWithout
    self.halfDays = advice.results.map { result in
      HalfDayFound(
        role: result.profile.role, skills: result.profile.skills.sorted(), extraSkill: result.profile.extraSkill,
        day: "\(problem.horizon.start.adding(days: result.change.subject.day ?? 0))", half: result.half.rawValue,
        visits: result.served.count, served: result.served.map(\.rawValue), lost: result.lost.map(\.rawValue),
        weight: result.weight, costWithout: result.costWithout, costWith: result.costWith)
    }
    self.idle = advice.idle.map { Idle(role: $0.role, skills: $0.skills.sorted()) }
    self.sentences = advice.sentences(in: problem)
  }
}
