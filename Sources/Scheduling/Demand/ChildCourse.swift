// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What a child's confirmed tier leads to this week.
enum ChildCourse {
  /// The child goes on with, or begins, a programme.
  case programme(Programme, tier: String, progress: DemandInputs.Progress?)
  case none(NotPlaced.Reason, because: String)

  /// A course that has begun goes on while the child's tier still leads to its programme at some age: a
  /// birthday does not take a child out of a group, a new tier does.
  init(of child: DemandInputs.Child, in pathway: Pathway) {
    guard let tier = child.tier else {
      let screened = child.lastScreened != nil
      self = .none(
        .tierNotConfirmed,
        because: screened ? "screened, but nobody has confirmed a tier" : "not screened, so there is no tier"
      )
      return
    }
    if let progress = child.progress, let programme = pathway.programme(progress.programme),
      pathway.rules.contains(where: { $0.tier == tier && $0.outcome == .programme(programme.id) })
    {
      self = Self.going(on: programme, tier, progress)
      return
    }
    guard pathway.tiers.contains(tier) else {
      self = .none(.noRule, because: "the pathway '\(pathway.id)' does not know the tier '\(tier)'")
      return
    }
    switch pathway.rules(tier: tier, months: child.months, year: child.year).first?.outcome {
    case .programme(let id):
      guard let programme = pathway.programme(id) else {
        self = .none(.noRule, because: "the pathway '\(pathway.id)' has no programme '\(id)'")
        return
      }
      self = .programme(programme, tier: tier, progress: nil)
    case .noVisits(let because): self = .none(.noVisitsInTier, because: "tier \(tier): \(because)")
    case .therapistDecides:
      self = .none(.therapistDecides, because: "tier \(tier): a therapist decides before visits are planned")
    case nil:
      let age = pathway.covers.unit == .months ? child.months.map { "\($0) months" } : child.year?.title
      self = .none(
        .noRule,
        because: "the pathway '\(pathway.id)' answers the tier '\(tier)' for \(pathway.covers); "
          + (age.map { "the child is at \($0)" } ?? "the child's age is not known")
      )
    }
  }

  private static func going(
    on programme: Programme,
    _ tier: String,
    _ progress: DemandInputs.Progress
  ) -> ChildCourse {
    guard progress.sessionsHeld >= programme.sessions else {
      return .programme(programme, tier: tier, progress: progress)
    }
    let again = programme.rescreenAfterWeeks.map {
      "; screened again from \(progress.started.adding(weeks: $0))"
    }
    return .none(
      .programmeFinished,
      because: "\(programme.title): all \(programme.sessions) sessions held\(again ?? "")"
    )
  }
}
