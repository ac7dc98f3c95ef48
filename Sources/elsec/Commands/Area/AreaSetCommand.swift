// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct AreaSetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "set", abstract: "Add the area to the store, or rename it.")

  @Argument(help: "GSS code of the local authority, such as E06000020.")
  var gss: String
  @Option(help: "Its name.")
  var name: String
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let code = try GSSCode(validating: self.gss)
    let store = try await self.options.open()
    let area = AreaID(code.text)
    let person =
      try await store.areas().contains { $0.id == area }
      ? try await WhoIs.principal(named: self.options.name, in: area, of: store, purpose: "area set")
      : Principal(name: self.options.name, role: .admin, area: area, purpose: "area set")
    let practice = try self.options.practice(with: store)
    let change = try await SetArea.run(SetArea.Input(name: self.name), in: practice, as: person)
    try await store.close()
    Output.line("\(code.text) \(self.name): \(change.rawValue)")
  }
}
