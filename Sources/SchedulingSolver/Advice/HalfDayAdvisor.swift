// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// Finds the half days of one more person that serve most: a cheap estimate chooses, a solve decides.
public enum HalfDayAdvisor {
  public struct Options: Sendable {
    /// Half days of a profile to solve for.
    public var solvesAProfile = 2
    /// Rounds of search a solve. The same number and seed give the same advice.
    public var iterations = 1_000
    public var seed: UInt64 = 1
    /// What further days are worth, to choose the half days to solve for; `nil` = from the bound, see ``DayPrices``. A day without
    /// a price is estimated.
    public var prices: [DayPrice]?

    public init() {}
  }

  /// - Throws: ``Vocabulary/Fault`` `rota.breaks-rules` for a rota that breaks a rule.
  public static func advise(
    on answer: RotaAnswer,
    of problem: RotaProblem,
    options: Options = Options(),
    solve: RoundsOfSearch.Solve? = nil
  ) async throws -> HalfDayAdvice {
    let verdict = RotaReferee.check(answer, of: problem)
    if let breach = verdict.breaches.first {
      throw Fault(
        .rotaBreaksRules, "the rota breaks '\(breach.code.rawValue)'; advice needs one that breaks no rule",
        at: problem.name, maybe: "see 'elsec rota check', or plan the week again")
    }
    let solve = solve ?? RoundsOfSearch.solve(options.iterations, seed: options.seed)
    guard verdict.facts.placed < verdict.facts.of else {
      return HalfDayAdvice(answer, of: problem, savedWithout: 0, results: [], idle: [])
    }
    let base = Self.better(await solve(problem, answer), than: answer, of: problem)
    let saved = verdict.cost.total - RotaReferee.check(base, of: problem).cost.total
    var (results, idle) = ([HalfDayResult](), [HalfDayProfile]())
    let screened = try HalfDayScreening.all(
      of: base, to: problem, prices: options.prices ?? DayPrices.of(problem, from: base))
    for (profile, halfDays) in screened {
      var best: HalfDayResult?
      for screening in halfDays.prefix(max(1, options.solvesAProfile)) {
        let found = await solve(try screening.change.applied(to: problem), base)
        guard let result = try HalfDayResult(screening, found: found, without: base, of: problem) else { continue }
        if result.weight > 0, result.saving > best?.saving ?? 0 { best = result }
      }
      if let best { results.append(best) } else { idle.append(profile) }
    }
    results.sort { a, b in
      if a.saving != b.saving { return a.saving > b.saving }
      return (a.profile.role, a.profile.extraSkill ?? "") < (b.profile.role, b.profile.extraSkill ?? "")
    }
    return HalfDayAdvice(answer, of: problem, savedWithout: saved, results: results, idle: idle)
  }

  private static func better(_ found: RotaAnswer, than answer: RotaAnswer, of problem: RotaProblem) -> RotaAnswer {
    let verdict = RotaReferee.check(found, of: problem)
    let held = RotaReferee.check(answer, of: problem).cost.total
    return verdict.isFeasible && verdict.cost.total <= held ? found : answer
  }
}

extension Fault.Code {
  public static let rotaBreaksRules = Fault.Code("rota.breaks-rules", .notSo)
}
