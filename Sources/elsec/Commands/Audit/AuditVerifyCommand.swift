// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AuditRoots
import Handlers
import Storage
import Vocabulary

struct AuditVerifyCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify", abstract: "Check every link of the audit's chain, and every root against it.",
    discussion: """
      Exit status 1 when an entry was edited, removed, reordered or cut off. Who can write to the database can also seal \
      the chain anew: only a root kept elsewhere, and the public key, tell.
      """)

  struct Report: Encodable {
    struct Break: Encodable {
      let sequence: Int
      let through: Int
      let kind: String
    }

    let entries: Int
    let head: String
    /// How many roots agreed.
    let roots: Int
    let firstBreak: String?
    let found: Break?
  }

  @Option(help: ArgumentHelp("A root kept from before; may be given several times.", valueName: "file"))
  var root: [String] = []
  @Option(
    help: ArgumentHelp("Whose signatures count: the key or its file; may be given several times.", valueName: "key"))
  var publicKey: [String] = []
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let input = VerifyAudit.Input(
      kept: try self.root.map { try SignedAuditRoot(file: $0) },
      keys: try self.publicKey.map { try AuditVerifier(argument: $0) })
    let done = try await self.options.session(for: "audit verify") {
      try await VerifyAudit.run(input, in: $0.practice, as: $0.person)
    }
    let report = Report(
      entries: done.head.sequence, head: "\(done.head.hash)", roots: done.roots,
      firstBreak: done.firstBreak?.description,
      found: done.firstBreak.map {
        Report.Break(sequence: $0.sequence, through: $0.through, kind: $0.kind.rawValue)
      })
    if self.json {
      try Output.json(report)
    } else {
      let signatures = input.keys.isEmpty ? "signatures not looked at" : "signatures hold"
      let roots = report.roots == 0 ? "no root" : "\(counted(report.roots, "root")) agree, \(signatures)"
      Output.line(
        report.firstBreak ?? "\(report.entries) entries, every link holds; \(roots); head \(report.head)")
    }
    guard done.firstBreak == nil else { throw ExitCode(Fault.Kind.notSo.rawValue) }
  }
}
