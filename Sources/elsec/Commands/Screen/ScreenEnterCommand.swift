// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Screening
import Storage
import Vocabulary

struct ScreenEnterCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "enter", abstract: "Type results in: item by item for one child, or a class from paper.",
    discussion: """
      Item by item, every answer is kept the moment it is typed; quit at any time and the same command goes on \
      where you left off. --paper takes two lines a child: 'CHILD KEYS', then the keys once more to check.
      """)

  @Option(help: "An id, or id@version.")
  var screener: String
  @Option(help: "The child's id.")
  var child: String?
  @Option(help: "The day of the screening; today unless told.")
  var date: CivilDate?
  @Option(help: "baseline or followup.")
  var phase: Storage.ScreeningPhase = .baseline
  @Flag(help: "One line of keys a child, from paper forms.")
  var paper = false
  @Flag(help: "A therapist has a concern about the child.")
  var concernSLT = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard self.paper == (self.child == nil) else {
      throw ValidationError("name one child with --child, or give --paper")
    }
  }

  func run() async throws {
    let date = self.date ?? Moment.today()
    try await self.options.session(for: "screen enter") { session in
      if let child = self.child {
        let opened = OpenEntry.Input(
          child: ChildID(child), screener: self.screener, testDate: date, phase: self.phase)
        try await RawTerminal.with { terminal in
          try await EntryDialogue(terminal: terminal, session: session, concern: self.concernSLT).run(opened)
        }
      } else {
        try await PaperDialogue(
          session: session, screener: self.screener, date: date, phase: self.phase
        ).run()
      }
    }
  }
}
