// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// `SOURCE.md` of an imported screener: where it is from, what its answer codes stand for, what was left out.
struct ScreenerSourceNote {
  private let form: ScreenerForm
  private let id: ScreenerID
  private let sets: [(id: String, answers: ScreenerForm.Answers)]

  init(_ form: ScreenerForm, id: ScreenerID, sets: [(id: String, answers: ScreenerForm.Answers)]) {
    self.form = form
    self.id = id
    self.sets = sets
  }

  var text: String {
    var lines = [
      "# Where this screener comes from", "",
      "**\(Self.plain(self.form.title))**, id `\(self.id)`, version \(self.form.version). Status *draft*: imported, and checked by nobody yet.",
      "", "| part | from | licence |", "| --- | --- | --- |",
      "| items, answers and their points | \(Self.plain(self.form.source)) | \(Self.plain(self.form.holder ?? "not stated; find out before anyone uses it")) |",
    ]
    let carried = self.form.parts.map { "`\($0.key)`" }
    if !carried.isEmpty {
      lines.append("| \(carried.joined(separator: ", ")) | the same file, word for word | as above |")
    }
    lines += [
      "",
      "The file gave no cut scores that elsec takes over: every score is in the band *scored* and the tier *review*, unless bands",
      "and tiers came along word for word. Each answer that is not given leaves the sums empty; a blank is never 0.",
      "",
    ]
    let labelled = self.sets.compactMap { set -> [String]? in
      guard case .options(let answers) = set.answers, answers.contains(where: { $0.label != nil }) else { return nil }
      return answers.map { answer in
        let points = if case .points(let points) = answer.value { "\(points)" } else { "missing" }
        return "| \(Self.plain(set.id)) | \(Self.plain(answer.code)) | \(points) | \(Self.plain(answer.label ?? "")) |"
      }
    }
    if !labelled.isEmpty {
      lines += ["| set | code | points | stands for |", "| --- | --- | --- | --- |"] + labelled.flatMap(\.self) + [""]
    }
    if !self.form.notes.isEmpty {
      lines += ["## Left out or changed", ""] + self.form.notes.map { "- \(Self.plain($0))" } + [""]
    }
    return lines.joined(separator: "\n")
  }

  /// One line, without marks that would make it a link, a row or an element.
  private static func plain(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "") { line, scalar in
      switch scalar {
      case "|", "<", ">", "[", "]", "`", "*", "_", "\\": line += "\\" + String(scalar)
      case _ where scalar.value < 0x20 || scalar.value == 0x7F: line += " "
      default: line.unicodeScalars.append(scalar)
      }
    }
  }
}
