// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// How answers and scores are written into a record: one `name=value` a line, sorted by name for answers, in
/// the definition's order for scores. Codes hold neither `=` nor line ends.
public enum ScreeningText {
  public static func text(of answers: ScreeningAnswers) -> String {
    answers.items.map { "\($0)=\(answers[$0]?.rawValue ?? "")" }.joined(separator: "\n")
  }

  /// Reads what ``text(of:)-(ScreeningAnswers)`` writes; lines without `=` are passed over.
  public static func answers(in text: String) -> ScreeningAnswers {
    var answers = ScreeningAnswers()
    for line in text.split(separator: "\n") {
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      if parts.count == 2 { answers[ItemCode(String(parts[0]))] = ResponseCode(String(parts[1])) }
    }
    return answers
  }

  /// Numbers unrounded, so that a result worked out again can be compared exactly; an absent score is left
  /// empty.
  public static func text(of scores: [NamedScore]) -> String {
    scores.map { score in
      switch score.value {
      case .points(let points): "\(score.name)=\(points)"
      case .real(let real): "\(score.name)=\(real)"
      case .interval(let low, let high): "\(score.name)=\(low)..\(high)"
      case .text(let text): "\(score.name)=\(text)"
      case .absent: "\(score.name)="
      }
    }.joined(separator: "\n")
  }
}
