// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Storage
import Vocabulary

struct RotaJobsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "jobs", abstract: "The rotas that workers are to make, are making or have made; newest first.")

  @Option(help: "Only of this week, such as 2026-W49.")
  var week: SchoolWeek?
  @Option(help: ArgumentHelp("End this job; one that has ended stays as it is.", valueName: "job"))
  var cancel: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let (cancel, week) = (self.cancel.map { JobID($0) }, self.week)
    let jobs = try await self.options.session(for: "rota jobs") { session in
      if let cancel { return [try await CancelJob.run(cancel, in: session.practice, as: session.person)] }
      return try await ListJobs.run(.init(week: week), in: session.practice, as: session.person)
    }
    let reports = jobs.map { JobReport($0) }
    if self.json { return try Output.json(reports) }
    Output.write(JobReport.table(reports))
  }
}
