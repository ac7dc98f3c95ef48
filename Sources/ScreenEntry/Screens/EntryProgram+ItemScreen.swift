// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// One item, the rules of its section, and what was answered, on a full screen.
extension EntryProgram {
  func itemBody(_ columns: Int, _ room: Int) -> [Screen.Draft] {
    guard let session = self.sitting?.session, let prompt = session.prompt else { return [] }
    let progress = session.progress
    let title = prompt.sectionTitle.text(in: "en")
    let count = "\(progress.entered) kept, at most \(progress.openAtMost) to come"
    let sections = "section \(progress.sectionsDone + 1) of \(progress.sections)"
    var lines = [
      Screen.Draft([
        (DisplayColumns.padded(" \(prompt.section)  \(title)", to: max(10, columns - 46)), .bold),
        ("\(sections)   \(count)", .plain),
      ]),
      Screen.Draft(),
    ]
    lines += self.question(prompt, columns)
    lines.append(Screen.Draft())
    let rest = max(0, room - lines.count)
    let rules = self.ruleLines(session, columns)
    let given = self.givenLines(session, columns)
    // Where not everything fits, the answers give way to the rules, the oldest first.
    return lines + rules.prefix(rest) + given.suffix(max(0, rest - rules.count))
  }

  /// The item's words, why it comes now, and the keys.
  func question(_ prompt: EntryPrompt, _ columns: Int) -> [Screen.Draft] {
    let code = "\(prompt.item)  "
    let indent = String(repeating: " ", count: DisplayColumns.width(of: code) + 1)
    let words = DisplayColumns.wrapped(prompt.text.text(in: "en"), to: columns - indent.count - 1)
    var lines = words.isEmpty ? [Screen.Draft(" \(code)", .bold)] : []
    for (number, line) in words.prefix(5).enumerated() {
      lines.append(Screen.Draft((number == 0 ? " \(code)" : indent) + line, .bold))
    }
    if let because = prompt.because { lines.append(Screen.Draft("\(indent)(\(because))")) }
    lines.append(Screen.Draft())
    if prompt.isTyped {
      lines.append(Screen.Draft("\(indent)\(prompt.keys): \(self.typed)_"))
    } else {
      let keys = prompt.choices.map { "[\($0.key)]\u{A0}\($0.code)\u{A0}" }.joined(separator: " ")
      let wrapped = DisplayColumns.wrapped(keys, to: columns - indent.count - 1)
      lines += wrapped.prefix(3).map { line in
        Screen.Draft(indent + String(line.map { $0 == "\u{A0}" ? " " : $0 }))
      }
    }
    return lines
  }

  private func ruleLines(_ session: EntrySession, _ columns: Int) -> [Screen.Draft] {
    let closure = session.closures.last.map { ["closed: \($0)"] } ?? []
    let sentences = self.standingLines + closure
    guard !sentences.isEmpty else { return [] }
    let lines = sentences.flatMap { sentence in
      DisplayColumns.wrapped(sentence, to: columns - 4).enumerated().map {
        Screen.Draft(($0.offset == 0 ? "   " : "     ") + $0.element)
      }
    }
    return [Screen.Draft(" Rules", .bold)] + lines
  }

  private func givenLines(_ session: EntrySession, _ columns: Int) -> [Screen.Draft] {
    let lines = session.answerLines.flatMap { DisplayColumns.wrapped($0, to: columns - 4) }
    guard !lines.isEmpty else { return [] }
    return [Screen.Draft(" So far", .bold)] + lines.map { Screen.Draft("   " + $0) }
  }

  func reviewBody(_ columns: Int, _ room: Int) -> [Screen.Draft] {
    guard let session = self.sitting?.session else { return [] }
    let isComplete = session.isComplete
    var lines = [Screen.Draft(isComplete ? " Every section is done. Finish?" : " So far", .bold), Screen.Draft()]
    var said = session.answerLines + session.closures.map { "\($0)" }
    if !isComplete { said += self.standingLines }
    for note in session.notes { said.append("note\(note.item.map { " at \($0)" } ?? ""): \(note.text)") }
    let body = said.flatMap { DisplayColumns.wrapped($0, to: columns - 4) }.map { Screen.Draft("   " + $0) }
    var end: [Screen.Draft] = []
    if isComplete {
      let checked: String =
        switch self.check?.state {
        case .done(let count)?: count == 0 ? "yes, both typings agree" : "yes, \(count) settled"
        default: "no"
        }
      end = [
        Screen.Draft(), Screen.Draft(" typed twice: \(checked)"),
        Screen.Draft(" therapist's concern: \(self.concern ? "yes" : "no")"),
      ]
    }
    let height = max(1, room - lines.count - end.count - 1)
    let first = min(self.scroll, max(0, body.count - height))
    lines += body[first..<min(body.count, first + height)]
    if body.count > height {
      lines.append(Screen.Draft(" lines \(first + 1) to \(min(body.count, first + height)) of \(body.count): up, down"))
    }
    return lines + end
  }

  func rekeyBody(_ columns: Int) -> [Screen.Draft] {
    guard let again = self.check?.again, let prompt = again.prompt else { return [] }
    let count = again.progress.entered
    return [
      Screen.Draft(" Second typing, from the form", .bold),
      Screen.Draft(" \(count) typed again; nothing of it is kept unless a difference is settled for it"),
      Screen.Draft(),
    ] + self.question(prompt, columns)
  }

  func settleBody(_ room: Int) -> [Screen.Draft] {
    guard let check = self.check else { return [] }
    let lines = check.differences.enumerated().map { number, difference in
      let sign = number == check.open ? ">" : " "
      let settled: String =
        switch difference.takesSecond {
        case true?: "   settled: 2"
        case false?: "   settled: 1"
        case nil: ""
        }
      return Screen.Draft(
        " \(sign) \(Self.words(difference))\(settled)", number == check.open ? .reversed : .plain)
    }
    let height = max(1, room - 2)
    let first = min(max(0, (check.open ?? 0) - height / 2), max(0, lines.count - height))
    return [Screen.Draft(" The two typings differ. Look at the form: which is right?", .bold), Screen.Draft()]
      + lines[first..<min(lines.count, first + height)]
  }
}
