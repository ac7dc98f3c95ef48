// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

/// What a week is made by where a person's or a setting's own record says nothing: data of the area.
public struct WeekRules: Sendable {
  /// Visits start on multiples of this many minutes.
  public let step: Int
  public let weights: RotaProblem.Weights
  /// Visit minutes of a day, and minutes of a week, of someone for whom none are recorded.
  public let contactMinutes: Int
  public let weekMinutes: Int
  public let rest: RotaProblem.Break
  public let sessionTimes: DemandInputs.SessionTimes
  public let travel: TravelFormula
  /// What leaving out a visit of a kind costs, where nothing else says.
  public let visitWeights: [String: Int]
  /// By how much the weight of a visit rises with the standing of its course.
  public let priority: DemandPriority
  public let carryOver: CarryOver

  public init(
    step: Int, weights: RotaProblem.Weights, contactMinutes: Int, weekMinutes: Int, rest: RotaProblem.Break,
    sessionTimes: DemandInputs.SessionTimes, travel: TravelFormula, visitWeights: [String: Int],
    priority: DemandPriority, carryOver: CarryOver
  ) {
    self.step = step
    self.weights = weights
    self.contactMinutes = contactMinutes
    self.weekMinutes = weekMinutes
    self.rest = rest
    self.sessionTimes = sessionTimes
    self.travel = travel
    self.visitWeights = visitWeights
    self.priority = priority
    self.carryOver = carryOver
  }
}
