// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// Scores single children by a plan, as a row of a file comes to it.
final class PlannedRow {
  let plan: ScoringPlan
  let screener: PreparedScreener
  private var scratch: PlanScratch

  init?(_ screener: PreparedScreener) {
    guard let plan = ScoringPlan(screener) else { return nil }
    self.plan = plan
    self.screener = screener
    self.scratch = plan.scratch()
  }

  /// The line the plan writes and whether it calls the row whole; `nil` when it leaves the row to the slow twin.
  func line(_ answers: ScreeningAnswers, _ context: ScreeningContext) -> (text: String, isWhole: Bool)? {
    // Cells the wrong way round, behind one that nothing asks for.
    var bytes = Array("nobody".utf8)
    var bounds = [0, bytes.count]
    let items = self.screener.items
    for item in items.reversed() {
      bounds.append(bytes.count)
      bytes.append(contentsOf: Array((answers[item]?.rawValue ?? "").utf8))
      bounds.append(bytes.count)
    }
    let columns = items.indices.map { items.count - $0 }
    let languages = Array(context.homeLanguages.joined(separator: ";").utf8).withUnsafeBytes { self.plan.languages($0) }
    let concerns = context.concerns.reduce(0) { $0 | PlanChild.bit(of: $1) }
    guard
      let age = ScreeningAge(
        birth: context.birthDate, test: context.testDate, gestation: context.gestation,
        policy: self.screener.definition.age),
      bytes.withUnsafeBytes({
        self.plan.readAnswers(in: $0, bounds: bounds, columns: columns, into: &self.scratch)
      })
    else { return nil }
    var output = ByteOutput(capacity: 0)
    let isWhole = self.plan.score(
      PlanChild(age: age, languages: languages, concerns: concerns), &self.scratch, to: &output)
    return (output.withBytes { String(decoding: $0, as: UTF8.self) }, isWhole)
  }

  /// The same line, put together from a result of the slow twin.
  func plainLine(_ result: ScreeningResult) -> String {
    let cells =
      ["", result.ageMonths.map(String.init) ?? ""] + result.scores.map(\.text)
      + [
        result.band?.rawValue ?? "", result.tier?.tier.rawValue ?? "",
        result.flags.map(\.description).joined(separator: " "), result.screener.rawValue, "\(result.version)",
        "\(result.definitionHash)",
      ]
    return cells.joined(separator: ",") + "\n"
  }
}
