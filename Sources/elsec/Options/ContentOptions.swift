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
  func catalogue() throws -> ScreenerFolder { try ScreenerFolder(folder: self.root().screeners) }
}
