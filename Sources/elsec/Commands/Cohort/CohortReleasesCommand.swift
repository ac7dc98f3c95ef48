// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Cohorts
import Handlers
import Storage
import Vocabulary

struct CohortReleasesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "releases", abstract: "What has left so far: which table, for whom, by whom, when.")

  struct Line: Encodable {
    let id: String
    let at: String
    let by: String
    let audience: String
    let policy: String
    let specification: String
  }

  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let releases = try await self.options.session(for: "cohort releases") {
      try await ListReleases.run((), in: $0.practice, as: $0.person)
    }
    let lines = releases.map {
      Line(
        id: $0.id.rawValue, at: "\($0.at)", by: $0.by, audience: $0.audience, policy: $0.policy,
        specification: $0.specification)
    }
    if self.json { return try Output.json(lines) }
    var table = TextTable([
      ("when", .left), ("by", .left), ("for", .left), ("policy", .left), ("what", .left),
    ])
    for line in lines { table.add(line.at, line.by, line.audience, line.policy, line.specification) }
    Output.write(table.text)
  }
}
