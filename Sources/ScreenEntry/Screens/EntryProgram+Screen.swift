// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

extension EntryProgram {
  /// The screen as it stands. Below ``Screen/least`` only a sentence that says so.
  public func screen(columns: Int, rows: Int) -> Screen {
    guard columns >= Screen.least.columns, rows >= Screen.least.rows else {
      let text = "This window has \(columns) columns and \(rows) rows; 80 and 24 are needed. Ctrl-C leaves."
      let lines = DisplayColumns.wrapped(text, to: max(1, columns)).map { Screen.Draft($0) }
      return Screen(columns: columns, rows: rows, top: lines, bottom: [])
    }
    let foot = self.foot(columns)
    let head = self.head(columns)
    let room = rows - foot.count - head.count
    return Screen(columns: columns, rows: rows, top: head + self.body(columns, room), bottom: foot)
  }

  private func body(_ columns: Int, _ room: Int) -> [Screen.Draft] {
    if self.showsHelp { return [Screen.Draft("Keys", .bold)] + self.helpLines.map { Screen.Draft("  " + $0) } }
    switch self.stage {
    case .starting, .over: return []
    case .listing: return self.listBody(columns, room)
    case .confirming(let child): return self.confirmBody(child)
    case .excusing(let child):
      let reasons = ReasonNotScreened.choosable.map { Screen.Draft("  [\($0.key)] \($0.reason.words)") }
      return [Screen.Draft("Why is \(child.name) not screened?", .bold), Screen.Draft()] + reasons
    case .asking: return self.itemBody(columns, room)
    case .noting(let text):
      let lines = DisplayColumns.wrapped(text + "_", to: columns - 2).suffix(max(1, room - 2))
      return [Screen.Draft("Note about the child or the sitting", .bold), Screen.Draft()]
        + lines.map { Screen.Draft("  " + $0) }
    case .speaking(let code):
      return [
        Screen.Draft("In which language are the answers from here on?", .bold), Screen.Draft(),
        Screen.Draft("  a census code such as POL, or none for the usual language: \(code)_"),
      ]
    case .reviewing: return self.reviewBody(columns, room)
    case .rekeying: return self.rekeyBody(columns)
    case .settling: return self.settleBody(room)
    case .finished(let result): return self.resultBody(result)
    }
  }

  private func head(_ columns: Int) -> [Screen.Draft] {
    let rule = Screen.Draft(String(repeating: "-", count: columns))
    if case .listing = self.stage {
      return [
        Screen.Draft(" \(self.roster.title)", .reversed, fills: true),
        Screen.Draft(" \(self.task.screener)   \(self.task.phase)   \(self.task.date)"), rule,
      ]
    }
    guard let child = self.child else { return [Screen.Draft(" \(self.task.screener)", .reversed, fills: true), rule] }
    let name = DisplayColumns.clipped(child.name, to: columns - 40)
    let sitting = self.sitting
    let day = sitting?.testDate ?? self.task.date
    let age = sitting.map { "   \($0.session.ageMonths) months" } ?? ""
    let language = sitting?.session.language.map { "   answers in \($0)" } ?? ""
    return [
      Screen.Draft(" \(name)   born \(child.birthDate)   \(child.reference)", .reversed, fills: true),
      Screen.Draft(" \(sitting?.screener ?? self.task.screener)   \(self.task.phase)   \(day)\(age)\(language)"), rule,
    ]
  }

  private func foot(_ columns: Int) -> [Screen.Draft] {
    let rule = Screen.Draft(String(repeating: "-", count: columns))
    let (sign, style): (String, TextStyle) =
      switch self.message?.isProblem {
      case true?: ("! ", TextStyle(bold: true, colour: .red))
      case false?: ("> ", TextStyle(colour: .green))
      case nil: ("", .plain)
      }
    let said = DisplayColumns.wrapped(self.message?.text ?? "", to: columns - 4)
    let lines = (said.prefix(2) + [String](repeating: "", count: max(0, 2 - said.count))).enumerated().map {
      Screen.Draft(" \($0.offset == 0 || $0.element.isEmpty ? sign : "  ")\($0.element)", style)
    }
    let shown =
      self.message == nil ? [Screen.Draft(), Screen.Draft()] : [lines[0], said.count > 1 ? lines[1] : Screen.Draft()]
    return shown + [rule, Screen.Draft(" " + (self.showsHelp ? "any key goes on" : self.footer), .bold)]
  }

  private func confirmBody(_ child: RosterChild) -> [Screen.Draft] {
    var lines = [
      Screen.Draft("Is this the child?", .bold), Screen.Draft(), Screen.Draft("  name      \(child.name)"),
      Screen.Draft("  born      \(child.birthDate)"), Screen.Draft("  child     \(child.reference)"),
      Screen.Draft("  setting   \(child.setting?.rawValue ?? "none")"),
      Screen.Draft("  state     \(child.state.group.sign) \(child.state)"), Screen.Draft(),
    ]
    lines.append(Screen.Draft("  [y] yes   [n] no"))
    return lines
  }

  private func resultBody(_ result: EntryResult) -> [Screen.Draft] {
    [
      Screen.Draft("Finished and kept", .bold), Screen.Draft(),
      Screen.Draft("  band            \(result.band ?? "none")", .bold),
      Screen.Draft("  proposed tier   \(result.proposedTier ?? "none")", .bold),
      Screen.Draft("                  a named person confirms it"), Screen.Draft(),
    ] + result.flags.map { Screen.Draft("  flag            \($0)") }
      + [
        Screen.Draft("  screening       \(result.screening)"), Screen.Draft(), Screen.Draft("  \(self.roster.counts)"),
      ]
  }
}
