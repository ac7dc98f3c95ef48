// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// One published variant of reliable change, filled in from a definition's reliable-change score and the scale that
/// it is made of.
public struct ReliableChangeVariant: Hashable, Sendable {
  public let method: ReliableChange.Method
  public let score: ScoreName
  public let reliability: Double
  public let criterion: Double
  public let mean: Double
  public let sd: Double
  /// The mean gain of children who were only seen twice; 0 for variants without one.
  public let practiceGain: Double

  /// Throws `quality.no-reliable-change` when the definition declares no reliable change or no scale for it, and
  /// `quality.practice-gain` when the practice-corrected variant has no gain or another one has.
  public init(
    _ method: ReliableChange.Method, practiceGain: Double? = nil, of definition: ScreenerDefinition
  ) throws {
    guard let declared = definition.reliableChange, let metric = definition.metric(of: declared.of) else {
      throw Fault(
        .noReliableChange, "\(definition.id) \(definition.version) declares no reliable change of a scaled score",
        at: "\(definition.id)", maybe: "add a reliable-change score to the definition, or choose another screener")
    }
    guard (method == .practiceCorrected) == (practiceGain != nil), practiceGain?.isFinite ?? true else {
      throw Fault(
        .practiceGain, "the practice gain belongs to \(ReliableChange.Method.practiceCorrected.rawValue) only",
        at: method.rawValue, maybe: "give a practice gain with that variant, and none with another")
    }
    self.method = method
    self.score = declared.of
    self.reliability = declared.reliability
    self.criterion = declared.criterion
    self.mean = metric.mean
    self.sd = metric.sd
    self.practiceGain = practiceGain ?? 0
  }

  func change(_ scores: ComparableScores) -> ReliableChange? {
    let (sd, r, c) = (self.sd, self.reliability, self.criterion)
    return switch self.method {
    case .jacobsonTruax: JacobsonTruax(sd: sd, reliability: r, criterion: c)?.change(scores)
    case .practiceCorrected:
      PracticeCorrectedChange(sd: sd, reliability: r, gain: self.practiceGain, criterion: c)?.change(scores)
    case .twoStandardErrors:
      TwoStandardErrors(earlierSD: sd, laterSD: sd, reliability: r, criterion: c)?.change(scores)
    case .edwardsNunnally:
      EdwardsNunnally(mean: self.mean, sd: sd, reliability: r, criterion: c)?.change(scores)
    }
  }
}

extension Fault.Code {
  public static let noReliableChange = Fault.Code("quality.no-reliable-change", .notSo)
  public static let practiceGain = Fault.Code("quality.practice-gain", .usage)
}

extension ScreenerDefinition {
  /// The first that is declared.
  var reliableChange: ReliableChangeScore? {
    for score in self.scores {
      if case .reliableChange(let declared) = score.kind { return declared }
    }
    return nil
  }

  /// The raw score behind the score that bands are read from.
  var rawScore: ScoreName? {
    var name = self.bandScore
    for _ in self.scores {
      guard let current = name else { return nil }
      switch self.scores.first(where: { $0.name == current })?.kind {
      case .scale(let scale)?: name = scale.of
      case .lms(let lms)?: name = lms.of
      case .lookup(let lookup)?: name = lookup.of
      case .sum?, .add?, .mean?: return current
      default: return nil
      }
    }
    return nil
  }
}
