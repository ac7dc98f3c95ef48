// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Definitions
import Screening
import Vocabulary

struct ScreenerInstallCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "install", abstract: "Install a licence holder's file, so that a licensed screener scores here.",
    discussion: """
      PATH is the manifest ID.local.yaml with the files it names beside it (see Screeners/FORMAT.md). They are \
      checked with the screener and copied into this machine's folder of licensed files (ELSEC_LICENSED, else \
      ~/.local/share/elsec/licensed), readable by you alone. They are never exported. A later install of the same \
      screener takes their place.
      """)

  struct Report: Encodable {
    let screener: String
    let edition: String
    let holder: String
    let hash: String
    let folder: String
    let files: [String]
  }

  @Argument(help: "The manifest, ID.local.yaml.")
  var path: String
  @OptionGroup var content: ContentOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    let installation = try LicensedInstallation(manifest: self.path, screeners: try self.content.catalogue())
    let folder = LicensedFolder.locate()
    try Disk.makeFolder(folder.path, privately: true)
    // The manifest last: without it nothing else is read.
    for file in installation.files.dropFirst() + installation.files.prefix(1) {
      try Disk.write(file.bytes, to: "\(folder.path)/\(file.name)")
    }
    let definition = installation.definition
    let report = Report(
      screener: "\(definition.id)@\(definition.version)", edition: definition.edition ?? "",
      holder: installation.holder, hash: "\(definition.hash)", folder: folder.path,
      files: installation.files.map(\.name))
    if self.json { return try Output.json(report) }
    Output.line("\(report.screener) scores on this machine: edition \(report.edition), licensed to \(report.holder)")
    Output.line("definition \(report.hash)")
    Output.line("\(report.files.count) files in \(report.folder)")
  }
}
