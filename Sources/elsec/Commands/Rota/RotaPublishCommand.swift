// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Handlers
import Scheduling
import Storage
import Vocabulary

struct RotaPublishCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "publish", abstract: "Make a draft the rota that people hold.")

  @Option(help: "The week, such as 2026-W49.")
  var week: SchoolWeek
  @Option(help: "A draft's id; the latest of the week unless told.")
  var rota: String?
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let kept = try await self.options.session(for: "rota publish") {
      let record = try await PublishRota.run(
        PublishRota.Input(week: self.week, rota: self.rota.map { RotaID($0) }), in: $0.practice, as: $0.person)
      return try await GetRota.run(.init(week: self.week, rota: record.id), in: $0.practice, as: $0.person)
    }
    let record = kept.record
    Output.line("rota \(record.id) is published for \(record.week) by \(record.publishedBy ?? "")")
    if let acceptance = kept.acceptance { Output.line(acceptance.sentence) }
  }
}
