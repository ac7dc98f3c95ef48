// SPDX-License-Identifier: Apache-2.0

import ArgumentParser

struct CohortCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cohort", abstract: "Summaries over many screenings that can't expose a child.",
    subcommands: [CohortSummaryCommand.self, CohortReleasesCommand.self])
}
