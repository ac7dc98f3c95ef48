// SPDX-License-Identifier: Apache-2.0

public import SchedulingSolver
public import Storage
public import Vocabulary

/// Why a visit is where it is, or the first rule in the way of every person-day it might have had and the
/// smallest changes that would let it in.
public enum ExplainVisit: Operation {
  public struct Input: Sendable {
    public let rota: GetRota.Input
    public let visit: VisitID
    /// How to look for changes that let in a visit that is left out; `nil` = not at all.
    public let changes: SmallestChanges.Options?

    public init(rota: GetRota.Input, visit: VisitID, changes: SmallestChanges.Options? = nil) {
      self.rota = rota
      self.visit = visit
      self.changes = changes
    }
  }

  public static let name = "rota.explain"
  public static let roles = GetRota.roles

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> (rota: KeptRota, reasons: VisitReasons) {
    let rota = try await GetRota.run(input.rota, in: practice, as: person)
    let reasons = try await VisitReasons.find(
      input.visit, in: rota.answer, of: rota.problem, changes: input.changes)
    return (rota, reasons)
  }
}
