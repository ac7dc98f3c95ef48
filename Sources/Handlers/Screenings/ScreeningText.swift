// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// How answers, scores and the child's circumstances are written into a record: one `name=value` a line, sorted by
/// name for answers, in the definition's order for scores. Codes hold neither `=`, tabs nor line ends. After an
/// answer that was not given in the usual language stand a tab and the language's code.
public enum ScreeningText {
  public static func text(of answers: ScreeningAnswers) -> String {
    answers.items.map { item in
      let language = answers.languages[item].map { "\t\($0)" } ?? ""
      return "\(item)=\(answers[item]?.rawValue ?? "")\(language)"
    }.joined(separator: "\n")
  }

  /// Reads what ``text(of:)-(ScreeningAnswers)`` writes; lines without `=` are passed over.
  public static func answers(in text: String) -> ScreeningAnswers {
    var answers = ScreeningAnswers()
    for (name, value) in Self.lines(text) {
      let parts = value.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      answers[ItemCode(name)] = ResponseCode(parts[0])
      if parts.count == 2 { answers.setLanguage(parts[1], of: ItemCode(name)) }
    }
    return answers
  }

  /// Numbers unrounded, so that a result worked out again can be compared exactly; an absent score is left
  /// empty.
  public static func text(of scores: [NamedScore]) -> String {
    scores.map { "\($0.name)=\(Self.text(of: $0.value))" }.joined(separator: "\n")
  }

  private static func text(of value: NamedScore.Value) -> String {
    switch value {
    case .points(let points): "\(points)"
    case .real(let real): "\(real)"
    case .interval(let low, let high): "\(low)..\(high)"
    case .text(let text): text
    case .absent: ""
    }
  }

  /// The scores of a record by name, in order, each as it was written.
  public static func scores(in text: String) -> [(name: String, text: String)] {
    Self.lines(text).map { (name: $0.0, text: $0.1) }
  }

  /// The scores of a record that are one number, by name.
  public static func numbers(in text: String) -> [String: Double] {
    Dictionary(
      Self.lines(text).compactMap { line in Double(line.1).map { (line.0, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// What was known of the child: only what is known is written. Concerns stand among a record's flags, the test
  /// date in a column of its own.
  public static func text(of context: ScreeningContext) -> String {
    var lines = ["birth-date=\(context.birthDate)", "home-languages=\(context.homeLanguages.joined(separator: " "))"]
    if let gestation = context.gestation { lines.append("gestation=\(gestation)") }
    if let exposure = context.englishExposure { lines.append("english-exposure=\(exposure)") }
    if let months = context.monthsInEnglish { lines.append("months-in-english=\(months)") }
    return lines.joined(separator: "\n")
  }

  /// Reads what ``text(of:)-(ScreeningContext)`` writes; `nil` without a birth date.
  public static func context(in text: String, on testDate: CivilDate, concerns: Set<Concern>) -> ScreeningContext? {
    let values = Dictionary(Self.lines(text), uniquingKeysWith: { first, _ in first })
    guard let birthDate = values["birth-date"].flatMap({ CivilDate($0) }) else { return nil }
    return ScreeningContext(
      birthDate: birthDate, testDate: testDate,
      homeLanguages: (values["home-languages"] ?? "").split(separator: " ").map(String.init),
      gestation: values["gestation"].flatMap { Gestation($0) }, concerns: concerns,
      englishExposure: values["english-exposure"].flatMap { Int($0) },
      monthsInEnglish: values["months-in-english"].flatMap { Int($0) })
  }

  private static func lines(_ text: String) -> [(String, String)] {
    text.split(separator: "\n").compactMap { line in
      let parts = line.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
      return parts.count == 2 ? (parts[0], parts[1]) : nil
    }
  }
}
