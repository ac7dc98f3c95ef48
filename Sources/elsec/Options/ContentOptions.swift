// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

/// Where screeners, pathways and calendars are read from.
struct ContentOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder that holds Screeners and Schedules (else ELSEC_CONTENT, else found beside the program).",
      valueName: "folder"))
  var content: String?

  func root() throws -> ContentRoot { try ContentRoot.locate(explicit: self.content) }

  /// Every screener, completed by the licence holders' files of this machine.
  func catalogue() throws -> ScreenerFolder { try self.root().catalogue() }
}

extension ContentRoot {
  /// Every screener, completed by the licence holders' files of this machine.
  func catalogue() throws -> ScreenerFolder {
    try ScreenerFolder(folder: self.screeners, licensed: LicensedFolder.locate())
  }
}
