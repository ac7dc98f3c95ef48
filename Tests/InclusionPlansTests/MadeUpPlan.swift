// SPDX-License-Identifier: Apache-2.0

import InclusionPlans
import Vocabulary

enum MadeUpPlan {
  static let day = CivilDate(dayNumber: 20_800)
  static let instant = Instant(microseconds: 20_800 * 86_400_000_000)
  static let area = InclusionPlan.Area(name: "Madeupshire", laCode: "999", gss: "E06999999", isMadeUp: true)

  /// Not a real SHA-256; tells texts apart.
  static let hashing: Hashing = { bytes in
    var bytes32 = [UInt8](repeating: 7, count: 32)
    for (index, byte) in bytes.enumerated() {
      bytes32[index % 32] = bytes32[index % 32] &* 31 &+ byte &+ UInt8(truncatingIfNeeded: index)
    }
    return Digest(bytes: bytes32) ?? .zero
  }

  static func plan() throws -> InclusionPlan {
    try InclusionPlan(
      id: PlanID("plan-1"),
      area: area,
      title: "Madeupshire inclusion plan",
      periodFrom: day,
      periodTo: day.adding(months: 36)
    )
  }

  static func request(_ content: String, section: Int = 3, kind: EvidenceKind = .elsecCohort) throws
    -> PullRequest
  {
    try PullRequest(kind: kind, title: "Screening by band", content: content, section: section)
  }

  static let allSeats = PartnershipRole.mandated.map { role in
    PartnershipMember(role: role, organisation: "Organisation", person: "Person", from: day)
  }

  static let context = PlanCheckContext(today: day, freshMonths: 12, hashing: hashing)
}
