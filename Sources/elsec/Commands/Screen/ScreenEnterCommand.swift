// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import FoundationEssentials
import Handlers
import ScreenEntry
import Screening
import Storage
import Vocabulary

struct ScreenEnterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "Type results in: a class from a list, one child, or a class from paper.",
    discussion: """
      Without --child a list shows who is to do, done, absent and opted out; keys alone choose a child and enter \
      the answers. Every answer is kept the moment it is typed; quit at any time and the same command goes on \
      where you left off. --plain says everything line by line, for screen readers; so does a terminal smaller \
      than 80 × 24. --paper takes two lines a child: 'CHILD KEYS', then the keys once more to check.
      """)

  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(help: "Only the children of this setting.")
  var setting: String?
  @Option(help: "Only this year group, such as N2 or R.")
  var yearGroup: NCYear?
  @Option(help: "Straight to this child.")
  var child: String?
  @Option(help: "The day of the screening; today unless told.")
  var date: CivilDate?
  @Option(help: "baseline or followup.")
  var phase: Storage.ScreeningPhase = .baseline
  @Flag(help: "Line by line, without redrawing the screen.")
  var plain = false
  @Flag(help: "One line of keys a child, from paper forms.")
  var paper = false
  @Flag(help: "A therapist has a concern about the child.")
  var concernSLT = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    if self.paper, self.child != nil || self.setting != nil || self.yearGroup != nil || self.plain {
      throw ValidationError("--paper names its children itself; leave out --child, --setting, --year-group, --plain")
    }
    if self.child != nil, self.setting != nil || self.yearGroup != nil {
      throw ValidationError("name one child with --child, or a list with --setting and --year-group")
    }
    if self.concernSLT, self.child == nil {
      throw ValidationError("--concern-slt is about one child: name it with --child")
    }
  }

  func run() async throws {
    let date = self.date ?? Moment.today()
    try await self.options.session(for: "screen enter") { session in
      if self.paper {
        try await PaperDialogue(
          session: session, screener: self.screener, date: date, phase: self.phase
        ).run()
      } else {
        let child = self.child.map { ChildID($0) }
        let desk = EntryDesk(
          session: session, screener: self.screener, date: date, phase: self.phase,
          setting: self.setting.map { SettingID($0) }, yearGroup: self.yearGroup, child: child)
        let task = EntryTask(
          screener: self.screener, date: date, phase: self.phase.rawValue, child: child, concern: self.concernSLT)
        try await EntryConsole(desk: desk, look: self.look).run(task)
      }
    }
  }

  /// The full screen where the terminal can show it.
  private var look: EntryConsole.Look {
    let environment = ProcessInfo.processInfo.environment
    let kind = environment["TERM"] ?? ""
    guard !self.plain, !kind.isEmpty, kind != "dumb" else { return .plain }
    guard let size = RawTerminal.size, size.columns >= Screen.least.columns, size.rows >= Screen.least.rows else {
      return .plain
    }
    return .full(ScreenPainter(hasColours: (environment["NO_COLOR"] ?? "").isEmpty))
  }
}
