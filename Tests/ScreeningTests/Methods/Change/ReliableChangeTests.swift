// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ReliableChangeTests {
  /// Every method that fits a scale of mean 100 and sd 15.
  private static let methods: [any ReliableChangeMethod] = {
    let methods: [(any ReliableChangeMethod)?] = [
      JacobsonTruax(sd: 15, reliability: 0.9),
      PracticeCorrectedChange(sd: 15, reliability: 0.9, gain: 3),
      TwoStandardErrors(earlierSD: 15, laterSD: 15, reliability: 0.9),
      EdwardsNunnally(mean: 100, sd: 15, reliability: 0.9),
    ]
    return methods.compactMap(\.self)
  }()

  @Test func everyMethodIsNamedInItsResult() throws {
    let scores = try compared(78, 88)
    let names = Self.methods.map { $0.change(scores)?.method }
    #expect(names == ReliableChange.Method.allCases)
    #expect(
      ReliableChange.Method.allCases.map(\.rawValue)
        == ["jacobson-truax-1991", "chelune-1993", "iverson-2001", "edwards-nunnally-speer-1992"]
    )
  }

  @Test func theVerdictSaysWhetherTheLaterScoreIsInsideTheLimits() throws {
    for method in Self.methods {
      for later in 40...160 {
        let change = try #require(method.change(try compared(78, Double(later))))
        let limits = change.unchanged
        let verdict: ReliableChange.Verdict =
          Double(later) < limits.lowerBound ? .worse : Double(later) > limits.upperBound ? .better : .noReliableChange
        #expect(change.verdict == verdict)
      }
    }
  }

  @Test func aResultKeepsWhatItWasMadeFrom() throws {
    let scores = try compared(78, 88)
    let change = try #require(JacobsonTruax(sd: 15, reliability: 0.9)?.change(scores))
    #expect(change.scores == scores)
    #expect(change.criterion == 1.96)
    #expect(change.expected == 78)
  }

  @Test func scoresTooLargeForAnIndexHaveNone() throws {
    for method in Self.methods {
      #expect(method.change(try compared(-Double.greatestFiniteMagnitude, .greatestFiniteMagnitude)) == nil)
    }
  }
}

/// Two scores of one edition.
func compared(_ earlier: Double, _ later: Double) throws -> ComparableScores {
  let edition = ScoreEdition(score: ScoreName("ss.all"), screener: ScreenerID("elsec.open-demo"), major: 1)
  return try ComparableScores(earlier, of: edition, later, of: edition)
}
