// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Screening
import Vocabulary

/// The formats of other systems that a definition can be written in and read from.
enum ScreenerFormat: String, ExpressibleByArgument, CaseIterable {
  /// A FHIR R4 Questionnaire, JSON.
  case fhir
  /// A REDCap data dictionary, CSV.
  case redcap
}

struct ScreenerExportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "export", abstract: "A definition as a FHIR R4 Questionnaire or a REDCap data dictionary.",
    discussion: """
      Neither can say ages, starts, basal and ceiling rules, norms, bands and tiers: FHIR carries them as text in an \
      extension, REDCap not at all. Wording from a licence holder's file stays on this machine.
      """)

  @Argument(help: "An id, or id@version.")
  var screener: String
  @Option(help: "fhir or redcap.")
  var format: ScreenerFormat
  @Option(help: "A file instead of standard output.")
  var out: String = "-"
  @OptionGroup var content: ContentOptions

  func run() throws {
    let catalogue = try self.content.catalogue()
    let definition = try catalogue.find(named: self.screener)
    let bytes =
      switch self.format {
      case .fhir: QuestionnaireFile.encode(definition, parts: try Self.parts(of: definition, in: catalogue))
      case .redcap: DataDictionaryFile.encode(definition)
      }
    try Disk.hand(String(decoding: bytes, as: UTF8.self), to: self.out)
  }

  private static func parts(of definition: ScreenerDefinition, in catalogue: ScreenerFolder) throws -> DefinitionParts {
    let reading = catalogue.readings.first {
      $0.definition?.id == definition.id && $0.definition?.version == definition.version
    }
    return try reading.map { DefinitionParts(cutting: try Disk.text($0.path)) } ?? .none
  }
}
