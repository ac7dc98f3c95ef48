// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage
public import Vocabulary

/// Why a visit is where it is, or the first rule in the way of every person-day it might have had.
public enum ExplainVisit: Operation {
  public struct Input: Sendable {
    public let rota: GetRota.Input
    public let visit: VisitID

    public init(rota: GetRota.Input, visit: VisitID) {
      self.rota = rota
      self.visit = visit
    }
  }

  public static let name = "rota.explain"
  public static let roles = GetRota.roles

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> (rota: KeptRota, explanation: VisitExplanation) {
    let rota = try await GetRota.run(input.rota, in: practice, as: person)
    return (rota, try RotaExplainer(rota.answer, of: rota.problem).explain(input.visit))
  }
}
