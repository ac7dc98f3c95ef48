// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Exchange
import Screening
import Vocabulary

struct ScreenerImportCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Write a definition from a FHIR Questionnaire or a REDCap data dictionary whose score is a sum.",
    discussion: """
      What matters for scoring and has no place in a definition is refused by name. The result is a draft with the one band \
      'scored' and the tier 'review': cuts are for you to add. It is checked as 'screener check' does; exit status 1 when \
      anything is found.
      """)

  @Argument(help: "The file; - for standard input.")
  var file: String
  @Option(help: "fhir or redcap.")
  var format: ScreenerFormat
  @Option(help: "The screener's id; the file's own name unless told.")
  var id: String?
  @Option(help: "Ages in months or years;months, such as 36-71 or 3;00-5;11; 0-215 unless the file tells.")
  var ages: AgesArgument?
  @Option(name: .customLong("to"), help: ArgumentHelp("The folder of screeners to add to.", valueName: "folder"))
  var folder: String

  func validate() throws {
    if let id = self.id, id.isEmpty || id.hasPrefix(".") || !id.allSatisfy(Self.isPlain) {
      throw ValidationError("give an id of letters, digits, '.', '-' and '_'")
    }
  }

  private static func isPlain(_ character: Character) -> Bool {
    character.isASCII && (character.isLetter || character.isNumber || ".-_".contains(character))
  }

  func run() throws {
    let bytes = try Disk.read(self.file)
    let options = ScreenerImportOptions(
      id: self.id.map { ScreenerID($0) }, ages: self.ages?.range, today: Moment.today())
    let imported =
      switch self.format {
      case .fhir: try QuestionnaireFile.decode(bytes, options)
      case .redcap: try DataDictionaryFile.decode(bytes, file: self.file, options)
      }
    // An id inside the file may hold anything; a folder's name may not.
    guard !imported.id.rawValue.hasPrefix("."), imported.id.rawValue.allSatisfy(Self.isPlain) else {
      throw Fault(.usage, "the file's own id can't name a folder", at: self.file, maybe: "give another with --id")
    }
    let target = "\(self.folder)/\(imported.id)"
    guard !Disk.exists(target) else {
      throw Fault(
        .fileUnwritable, "there is a screener of that name already", at: target,
        maybe: "name another with --id, or move the old one away")
    }
    try Disk.makeFolder(target)
    try Disk.write(imported.source, to: "\(target)/SOURCE.md")
    try Disk.write(imported.yaml, to: "\(target)/screener.yaml")
    for note in imported.notes { Output.line("note: \(note)") }
    Output.line("wrote \(target)/screener.yaml and SOURCE.md")
    let reading = ScreenerReading(at: target)
    for finding in reading.findings { Output.line("\(finding.inspected)") }
    guard reading.findings.isEmpty else {
      Output.line("\(reading.findings.count) found")
      throw ExitCode(Fault.Kind.notSo.rawValue)
    }
    Output.line("\(imported.id) \(imported.version): in order; a draft, used only when its version is named")
  }
}

/// `36-71` or `3;00-5;11`: completed months, both included.
struct AgesArgument: ExpressibleByArgument {
  let range: InclusiveRange

  init?(argument: String) {
    let parts = argument.split(separator: "-", omittingEmptySubsequences: false).map(Self.months)
    guard parts.count == 2, let lowest = parts[0], let highest = parts[1], lowest <= highest else { return nil }
    self.range = InclusiveRange(lowest, highest)
  }

  private static func months(_ text: Substring) -> Int? {
    let parts = text.split(separator: ";", omittingEmptySubsequences: false).map { Int($0) }
    switch (parts.count, parts.first ?? nil, parts.last ?? nil) {
    case (1, let months?, _) where (0...300).contains(months): return months
    case (2, let years?, let months?) where (0...25).contains(years) && (0...11).contains(months):
      return years * 12 + months
    default: return nil
    }
  }
}
