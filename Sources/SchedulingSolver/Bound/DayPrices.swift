// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// What one more day like each that is worked would be worth, from the dual values of a rota's lower bound.
public enum DayPrices {
  /// Solves the linear program over all day routes before any branching, as far as the quick rounds of the proof come: close enough to
  /// choose by, and seconds at most. See ``Scheduling/DayPrice``.
  ///
  /// - Parameters:
  ///   - answer: a rota to begin from.
  ///   - rounds: after which the prices found so far are handed back.
  /// - Returns: one price a shift, those of 0 too; none for a problem that is too large for the bound.
  public static func of(_ problem: RotaProblem, from answer: RotaAnswer, rounds: Int = 60) -> [DayPrice] {
    guard let model = BoundModel(problem) else { return [] }
    let bound = RotaBound(model)
    bound.add(model.routes(of: answer))
    while bound.effort == .quick && bound.branchesDone == 0 && bound.rounds < rounds && !bound.isFinished {
      bound.round { true }
    }
    guard !bound.rootPrices.isEmpty else { return [] }
    return model.pieces.indices.map { index in
      let piece = model.pieces[index]
      let price = -min(0, bound.rootPrices[model.slots + index]) / DayPricing.scale
      return DayPrice(staff: problem.staff[piece.person].id, day: piece.day, points: Int(price.rounded()))
    }
  }
}
