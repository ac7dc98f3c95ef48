// SPDX-License-Identifier: Apache-2.0

/// One aim of the plan, who leads on it, and how it will be seen to be met.
public struct PlanPriority: Hashable, Sendable, Codable {
  public let code: String
  /// The section it stands in, 1 to 12.
  public let section: Int
  public var aim: String
  public var leadPartner: String
  public var outcomeStatement: String
  public var measures: [PlanMeasure]

  /// - Throws: `plan.no-section`.
  public init(
    code: String,
    section: Int,
    aim: String,
    leadPartner: String,
    outcomeStatement: String,
    measures: [PlanMeasure] = []
  ) throws {
    self.section = try PlanSection.checked(section)
    self.code = code
    self.aim = aim
    self.leadPartner = leadPartner
    self.outcomeStatement = outcomeStatement
    self.measures = measures
  }
}
