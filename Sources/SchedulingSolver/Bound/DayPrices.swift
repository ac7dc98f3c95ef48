// SPDX-License-Identifier: Apache-2.0

public import Scheduling

/// What one more day like each that is worked would be worth, from the dual values of a rota's lower bound.
public enum DayPrices {
  /// Solves the linear program over all day routes before any branching: the quick rounds of the proof, then as many thorough ones as
  /// take seconds at most. A small problem's prices are exact; a large one's are close enough to choose by. See
  /// ``Scheduling/DayPrice``.
  ///
  /// - Parameter answer: a rota to begin from.
  /// - Returns: one price a shift, those of 0 too; none for a problem that is too large for the bound.
  public static func of(_ problem: RotaProblem, from answer: RotaAnswer) -> [DayPrice] {
    guard let model = BoundModel(problem) else { return [] }
    let bound = RotaBound(model)
    bound.add(model.routes(of: answer))
    var thoroughRounds = 400 / max(1, model.pieces.count) + 1
    while bound.branchesDone == 0 && !bound.isFinished && thoroughRounds > 0 {
      if bound.effort == .exact { thoroughRounds -= 1 }
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
