// SPDX-License-Identifier: Apache-2.0

/// How one score of a plan is made from earlier ones; `parts` are ranges of `ScoringPlan.parts`, flags are numbers of
/// texts.
enum PlanStep: Sendable {
  struct Sum: Sendable {
    let parts: Range<Int>
    let allow: Int
    let prorates: Bool
    let missing: Int
    let prorated: Int
  }

  /// A score that follows from the month and the points of one sum alone.
  struct Derived: Sendable {
    /// The score it is made from.
    let of: Int
    /// The sum that everything comes from.
    let root: Int
    /// Whether it is read from norms, which must then apply.
    let isNorm: Bool
    let formula: PlanFormula
    let clipped: Int
    /// The score's first slot of the memo; the slots are a power of two, less one in `mask`.
    let slots: Int
    let mask: Int
    /// Slots a month; the root's lowest points have the month's first.
    let stride: Int
    let lowest: Int
  }

  case sum(Sum)
  case add(Range<Int>)
  case derived(Derived)
  /// One screening has no value for it.
  case never
}
