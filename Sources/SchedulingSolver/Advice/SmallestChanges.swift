// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// Looks for the smallest changes of a week that let in a visit that is left out, and proves each by solving
/// the changed problem.
public enum SmallestChanges {
  public struct Options: Sendable {
    /// Changes to hand back at most.
    public var shown = 3
    /// Problems to solve at most; it bounds the time.
    public var solves = 24
    /// Rounds of search a solve. The same number and seed give the same changes.
    public var iterations = 400
    public var seed: UInt64 = 1

    public init() {}
  }

  /// Tries, in this order: nothing changed; the proposed changes with which the visit fits while everything
  /// else stays, the smallest first; then the other proposed changes. For one person, place, visit or series,
  /// only one change of a kind is handed back. A change in minutes, or in days, is tried again with less while
  /// a solve still lets the visit in.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.visit-unknown`.
  public static func search(
    for visit: VisitID,
    in answer: RotaAnswer,
    of problem: RotaProblem,
    options: Options = Options(),
    solve: RoundsOfSearch.Solve? = nil
  ) async throws -> ChangesFound {
    let proposed = try RotaExplainer(answer, of: problem).changesProposed(for: visit)
    guard RotaReferee.check(answer, of: problem).isFeasible else { return ChangesFound(visit, .unsound) }
    var attempt = ChangeAttempt(
      visit: visit,
      answer: answer,
      problem: problem,
      solve: solve ?? RoundsOfSearch.solve(options.iterations, seed: options.seed),
      solvesLeft: options.solves
    )
    if let found = await attempt.verified(try ChangeTrial(nil, for: visit, in: answer, of: problem)) {
      return ChangesFound(visit, .unneeded(found))
    }
    let order = Self.directFirst(proposed, for: visit, in: answer, of: problem, indirect: options.solves)
    var (found, tried) = ([VerifiedChange](), 0)
    for change in order where found.count < options.shown && attempt.solvesLeft > 0 {
      guard !Self.isKnown(change, found),
        let trial = try? ChangeTrial(change, for: visit, in: answer, of: problem)
      else { continue }
      tried += 1
      guard let verified = await attempt.smallest(trial) else { continue }
      if let same = attempt.unneeded(verified) { return ChangesFound(visit, .unneeded(same)) }
      found.append(verified)
    }
    let sorted = found.enumerated().sorted { a, b in
      guard let left = a.element.change, let right = b.element.change else { return a.offset < b.offset }
      if left.isSmaller(than: right) { return true }
      return !right.isSmaller(than: left) && a.offset < b.offset
    }
    return ChangesFound(visit, .changes(sorted.map(\.element)), tried: tried, proposed: proposed.count)
  }

  /// The changes with which the visit fits while everything else stays, then the first of the others. Changes
  /// that the problem can't hold, such as a limit past the largest, are left out.
  private static func directFirst(
    _ proposed: [any ProblemChange],
    for visit: VisitID,
    in answer: RotaAnswer,
    of problem: RotaProblem,
    indirect most: Int
  ) -> [any ProblemChange] {
    var (direct, other) = ([any ProblemChange](), [any ProblemChange]())
    for change in proposed {
      guard let trial = try? ChangeTrial(change, for: visit, in: answer, of: problem) else { continue }
      if trial.fitsDirectly { direct.append(change) } else if other.count < most { other.append(change) }
    }
    return direct + other
  }

  /// Whether a change of the same kind was already found for the same person, place, visit or series.
  private static func isKnown(_ change: any ProblemChange, _ found: [VerifiedChange]) -> Bool {
    found.contains { known in
      guard let other = known.change, other.kind == change.kind else { return false }
      let (a, b) = (other.subject, change.subject)
      return a.staff == b.staff && a.place == b.place && a.visit == b.visit && a.series == b.series
        && a.other == b.other
    }
  }
}
