// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Storage
import Vocabulary

struct ScreenExportCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "One screening as a FHIR R4 Bundle: the answers, and an Observation a score.",
    discussion: """
      The child is named by reference only. Observations are preliminary until a named person has decided on the \
      tier. The export is on the audit like every look at a child.
      """)

  @Argument(help: "The screening's id.")
  var screening: String
  @Option(help: "A file instead of standard output.")
  var out: String = "-"
  @OptionGroup var options: StoreOptions

  func run() async throws {
    let exported = try await self.options.session(for: "screen export") {
      try await ExportScreening.run(
        ExportScreening.Input(screening: ScreeningID(self.screening)), in: $0.practice, as: $0.person)
    }
    let bytes = ScreeningBundle.encode(ScreeningBundle.Content(exported))
    try Disk.hand(String(decoding: bytes, as: UTF8.self), to: self.out)
  }
}

extension ScreeningBundle.Content {
  init(_ exported: ExportScreening.Output) {
    self.init(
      id: exported.screening.id, child: exported.screening.child, testDate: exported.screening.testDate,
      recordedAt: exported.screening.recordedAt, answers: exported.answers, result: exported.result,
      definition: exported.definition, homeLanguages: exported.homeLanguages,
      englishExposure: exported.englishExposure, isConfirmed: exported.isConfirmed)
  }
}

extension Disk {
  /// Writes to standard output, or to a file whose name is then said.
  static func hand(_ text: String, to path: String) throws {
    if path == "-" { return Output.write(text) }
    try Disk.write(text, to: path)
    Output.line("wrote \(path)")
  }
}
