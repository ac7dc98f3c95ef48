// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import Vocabulary

/// What every import takes: a file, and whether to mean it.
struct ImportOptions: ParsableArguments {
  enum Encoding: String, ExpressibleByArgument, CaseIterable {
    case utf8, cp1252
  }

  @Argument(help: "The file; - is standard input.")
  var file: String
  @Flag(help: "Keep the changes; without it they are only shown.")
  var apply = false
  @Option(help: "How the file is written: utf8, or cp1252 as older Windows programs do.")
  var encoding: Encoding = .utf8
  @Flag(help: "Print JSON.")
  var json = false
  @OptionGroup var options: StoreOptions

  /// The rows of the file, when all are in order. Every problem is reported before the command ends.
  func rows<Row: ImportedRow>(
    _ type: Row.Type, by translation: ImportMapping? = nil
  ) throws -> [(number: Int, row: Row)] {
    let read = Import<Row>(
      try Disk.read(self.file), file: self.file, encoding: self.encoding == .utf8 ? .utf8 : .windows1252,
      translation: translation)
    for note in read.notes { Output.complain("note: \(note)\n") }
    try Self.refuse(read.problems.map(\.fault))
    return read.rows
  }

  /// Reports every problem, and ends the command when there is one.
  static func refuse(_ problems: [Fault]) throws {
    guard let last = problems.last else { return }
    for problem in problems.dropLast() { Main.report(problem) }
    if problems.count > 1 {
      Main.report(last)
      Output.complain("\(problems.count) problems; nothing was changed\n")
      throw ExitCode(last.code.kind.rawValue)
    }
    throw last
  }

  /// Reports every row that names something the store does not have, or that may not be named so.
  func refuse<Row>(
    _ rows: [(number: Int, row: Row)], at column: String, _ message: String, maybe hint: String,
    unless isInOrder: (Row) -> Bool
  ) throws {
    try Self.refuse(
      rows.filter { !isInOrder($0.row) }.map {
        Fault(.importReference, message, at: "\(self.file):\($0.number):\(column)", maybe: hint)
      })
  }

  func show(_ report: ImportReport, of noun: String) throws {
    if self.json { return try Output.json(report) }
    if !report.applied {
      for line in report.lines.prefix(20) { Output.line("  \(line.change)  \(line.record)") }
      if report.lines.count > 20 { Output.line("  … and \(report.lines.count - 20) more") }
    }
    let counts = "\(report.added) added, \(report.changed) changed, \(report.unchanged) unchanged"
    Output.line(
      report.applied
        ? "\(noun): \(counts)" : "\(noun): would be \(counts); nothing was changed, run again with --apply")
  }
}

extension Fault.Code {
  static let importReference = Fault.Code("import.reference", .badInput)
}
