// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Screening
import Vocabulary

struct ScreenerFormCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "form", abstract: "A blank record form to print on A4, as one HTML file.")

  @Argument(help: "An id, or id@version.")
  var screener: String
  @Option(help: "A file instead of standard output.")
  var out: String = "-"
  @Option(help: "Two letters; words that the definition does not have in it are in English.")
  var language: String = "en"
  @OptionGroup var content: ContentOptions

  func validate() throws {
    guard self.language.count == 2, self.language.allSatisfy({ $0.isASCII && $0.isLowercase }) else {
      throw ValidationError("give the language as two letters, such as en or cy")
    }
  }

  func run() throws {
    let definition = try self.content.catalogue().find(named: self.screener)
    try Disk.hand(RecordForm.html(definition, language: self.language), to: self.out)
  }
}
