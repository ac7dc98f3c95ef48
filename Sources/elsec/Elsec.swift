// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Vocabulary

/// The root of the command line. A noun a folder, a verb a file.
struct Elsec: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "elsec",
    abstract: "From a child's answers to a visit and a line in the inclusion plan.",
    discussion: """
      Exit status: 0 done; 1 the thing asked for is not so; 64 usage; 65 bad input data; 69 store not \
      reachable; 70 a defect; 73 can't write; 77 not allowed.
      """,
    version: "0.1.0",
    subcommands: [
      DemoCommand.self, StoreCommand.self, AreaCommand.self, SettingsCommand.self, StaffCommand.self,
      CalendarCommand.self, TravelCommand.self, ChildrenCommand.self, ScreenerCommand.self,
      ScreenCommand.self, ScoreCommand.self, ChangeCommand.self, DemandCommand.self, RotaCommand.self,
      CohortCommand.self,
      PlanCommand.self, ServeCommand.self, WorkCommand.self, SyncCommand.self, UserCommand.self, AuditCommand.self,
    ])

  /// A wrong call as a fault: the parser's sentence, and the help that answers it.
  static func usageFault(for error: any Error, _ arguments: [String]) -> Fault {
    let lines = Self.message(for: error).split(separator: "\n").map(String.init)
    // What an option takes is listed below the sentence, an item a line.
    let items = lines.dropFirst().prefix { $0.hasPrefix("  - ") }.map { $0.dropFirst(4) }
    let sentence = ([lines.first ?? "wrong call"] + (items.isEmpty ? [] : [items.joined(separator: ", ")]))
      .joined(separator: " ")
    let words = arguments.prefix { !$0.hasPrefix("-") }.prefix(2).joined(separator: " ")
    return Fault(.usage, sentence, maybe: words.isEmpty ? "elsec --help" : "elsec \(words) --help")
  }
}

extension Fault.Code {
  static let usage = Fault.Code("usage", .usage)
}
