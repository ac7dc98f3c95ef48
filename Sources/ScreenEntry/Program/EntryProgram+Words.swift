// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The questions, and the keys that answer them: the same words on a full screen and in plain lines.
extension EntryProgram {
  /// Says what is asked now.
  mutating func prompt() {
    self.endLine()
    switch self.stage {
    case .starting, .over: break
    case .listing: self.saySelected()
    case .confirming: self.tell("Is this the child? y/n ")
    case .excusing(let child):
      let reasons = ReasonNotScreened.choosable.map { "\($0.key) \($0.reason.words)" }.joined(separator: "   ")
      self.tell("Why is \(child.name) not screened?   [\(reasons)]   < back ")
    case .asking: if let prompt = self.sitting?.session.prompt { self.ask(prompt) }
    case .noting(let text): self.tell("  note: \(text)")
    case .speaking(let code): self.tell("  language of the answers, a code such as POL, or none for the usual: \(code)")
    case .reviewing: self.tell(self.isComplete ? Self.atTheEnd : "any key goes on ")
    case .rekeying: if let prompt = self.check?.again.prompt { self.ask(prompt) }
    case .settling:
      guard let check = self.check, let open = check.open else { break }
      self.tell("\(Self.words(check.differences[open])) ")
    case .finished: self.tell("Enter next child   / list ")
    }
  }

  private mutating func ask(_ prompt: EntryPrompt) {
    if let because = prompt.because { self.say("  \(because)") }
    self.tell("\(prompt.item)  \(prompt.text.text(in: "en"))   [\(prompt.keys)] \(self.typed)")
  }

  private var isComplete: Bool { self.sitting?.session.isComplete == true }

  static let atTheEnd = "Every section is done. f finish   < back   = type again to check   ! concern   / finish later "

  static func words(_ difference: FormCheck.Difference) -> String {
    let (first, second) = (difference.first?.rawValue ?? "no answer", difference.second?.rawValue ?? "no answer")
    return "\(difference.item): 1 the first typing, \(first); 2 the second typing, \(second)"
  }

  /// What the keys do here.
  var helpLines: [String] {
    switch self.stage {
    case .listing:
      [
        "up, down, page keys   choose a child", "letters, digits       search by name or reference",
        "backspace, escape     shorten the search, end it", "tab                   all, or only one state",
        "enter                 enter the child's answers", "-                     record why the child is not screened",
        "/                     quit",
      ]
    case .confirming: ["y   this is the child", "n   it is not: nothing is entered"]
    case .excusing: ReasonNotScreened.choosable.map { "\($0.key)   \($0.reason.words)" } + ["<   back"]
    case .rekeying: ["-   not answered", "<   back", "/   leave the check; the first typing stays as it is"]
    case .settling: ["1   the first typing is right", "2   the second is right", "<   back", "/   leave the check"]
    case .reviewing:
      [
        "f   finish: score and keep", "<   take the last answer back", "=   type the form again to check it",
        "!   mark a therapist's concern, or take it off", "l   say every answer", "+   a note",
        "/   finish later: everything is kept",
      ]
    case .finished: ["enter   the next child", "/       the list"]
    default:
      [
        "a key in brackets   that answer", "-   not answered or not given: counts as missing",
        "<   take the last answer back", "+   a note about the child or the sitting",
        "@   the language of the answers from here on", "=   everything so far", "/   go on later: everything is kept",
        "Ctrl-C   the same, and out of the program",
      ]
    }
  }

  /// The keys at the foot of the screen.
  var footer: String {
    switch self.stage {
    case .starting, .over: ""
    case .listing: "enter answers   - not screened   letters search   tab filter   ? help   / quit"
    case .confirming: "y this is the child   n it is not   ? help"
    case .excusing: "< back   ? help"
    case .asking:
      self.task.child == nil ? "- skip  < back  + note  @ language  = so far  ? help  / list, go on later" : Self.legend
    case .noting: "enter keep   escape no note"
    case .speaking: "enter keep   escape no change"
    case .reviewing:
      self.isComplete
        ? "f finish   < back   = check   ! concern   + note   ? help   / finish later" : "any key goes on"
    case .rekeying: "- not answered   < back   ? help   / leave the check"
    case .settling: "1 the first is right   2 the second is right   < back   ? help"
    case .finished: "enter next child   / list   Ctrl-C quit"
    }
  }
}
