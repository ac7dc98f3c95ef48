// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A signed-off plan has, on its day of signing, a meeting on record at which every mandated role was present.
struct SignOffHadQuorum: PlanCheckRule {
  static let code = "plan.no-quorum"

  func findings(in plan: InclusionPlan, _ context: PlanCheckContext) -> [PlanFinding] {
    guard plan.status == .signedOff || plan.status == .superseded else { return [] }
    guard let day = plan.signedOffOn, let meeting = plan.meetings.first(where: { $0.date == day }) else {
      return [
        PlanFinding(
          rule: Self.code,
          section: 2,
          message: "the plan is signed off without a meeting on record",
          hint: "record the meeting that signed it off"
        )
      ]
    }
    let absent = PartnershipRole.mandated.filter { !meeting.present.contains($0) }
    guard !absent.isEmpty else { return [] }
    return [
      PlanFinding(
        rule: Self.code,
        section: 2,
        message: "the sign-off meeting of \(day) was without " + absent.map(\.label).joined(separator: ", "),
        hint: "meet again with every mandated role"
      )
    ]
  }
}
