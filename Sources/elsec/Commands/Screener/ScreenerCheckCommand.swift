// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

struct ScreenerCheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check", abstract: "Find what is wrong with definitions, each with file, line and remedy.",
    discussion: "Exit status 1 when anything is found.")

  struct Report: Encodable {
    struct Finding: Encodable {
      let rule: String
      let place: String?
      let message: String
      let remedy: String?
    }

    let path: String
    let screener: String?
    let findings: [Finding]
  }

  @Argument(help: "Definition files or their folders; every shipped screener unless told.")
  var paths: [String] = []
  @OptionGroup var content: ContentOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let readings =
      self.paths.isEmpty
      ? try self.content.catalogue().readings : self.paths.map { ScreenerReading(at: $0) }
    if self.json { try Output.json(readings.map(Report.init)) }
    var found = 0
    for reading in readings {
      found += reading.findings.count
      guard !self.json else { continue }
      for finding in reading.findings { Output.line("\(finding.inspected)") }
      if let definition = reading.definition {
        Output.line("\(definition.id) \(definition.version): in order")
      }
    }
    guard found == 0 else {
      if !self.json { Output.line("\(found) found") }
      throw ExitCode(Fault.Kind.notSo.rawValue)
    }
  }
}

extension ScreenerCheckCommand.Report {
  init(_ reading: ScreenerReading) {
    self.init(
      path: reading.path, screener: reading.definition.map { "\($0.id)@\($0.version)" },
      findings: reading.findings.map {
        ScreenerCheckCommand.Report.Finding(
          rule: $0.code.name, place: $0.place, message: $0.message, remedy: $0.hint)
      })
  }
}

extension Fault {
  /// Place first, as compilers print it.
  var inspected: String {
    let head = "\(self.place ?? "?"): \(self.message) [\(self.code.name)]"
    return self.hint.map { "\(head)\n  maybe: \($0)" } ?? head
  }
}
