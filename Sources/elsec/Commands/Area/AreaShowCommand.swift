// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct AreaShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "The area and how much is kept of it.")

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let area = try await self.options.session(for: "area show") {
      try await ShowArea.run((), in: $0.practice, as: $0.person)
    }
    if self.json { return try Output.json(area) }
    Output.line("\(area.name) (\(area.gss))\(area.isMadeUp ? ", made up" : "")")
    Output.line("\(area.settings) settings, \(area.staff) staff, \(area.children) children")
  }
}
