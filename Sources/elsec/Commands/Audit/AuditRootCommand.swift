// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import AuditRoots
import Fingerprints
import Handlers
import Storage
import Vocabulary

struct AuditRootCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "root", abstract: "Sign what the audit is now, or show the latest root.",
    discussion: """
      A root is a few lines of text. Keep it anywhere outside the database: with it, 'elsec audit verify --root' finds \
      whatever was cut off or rewritten since, even where the whole chain was sealed anew.
      """)

  @Option(help: ArgumentHelp("Make a root, signed with this key.", valueName: "file"))
  var key: String?
  @Option(help: ArgumentHelp("Write the root to a file.", valueName: "file"))
  var out: String?
  @Option(
    help: ArgumentHelp(
      "A root kept from before: whether the latest one continues it. Exit status 1 if not.", valueName: "file"))
  var since: String?
  @OptionGroup var options: StoreOptions
  @Flag(help: "Print JSON.")
  var json = false

  func run() async throws {
    let signer = try self.key.map { try AuditSigner(file: $0) }
    let kept = try self.since.map { try SignedAuditRoot(file: $0) }
    let shown = try await self.options.session(for: "audit root") { session in
      if let signer { _ = try await MakeAuditRoot.run(signer, in: session.practice, as: session.person) }
      return try await GetAuditRoot.run(
        GetAuditRoot.Input(kept: kept?.root.size), in: session.practice, as: session.person)
    }
    if let out = self.out { try Disk.write(shown.signed.note, to: out) }
    if self.json {
      try Output.json(AuditRootReport(shown.signed))
    } else if self.out == nil {
      Output.write(shown.signed.note)
    }
    guard let kept, let proof = shown.consistency else { return }
    let (old, new) = (kept.root, shown.signed.root)
    guard
      old.area == new.area,
      MerkleProof.isConsistent(from: old.size, old.root, to: new.size, new.root, proof: proof, hash: sha256)
    else {
      throw Fault(
        .auditBroken, "the latest root does not continue the one that was kept", at: self.since,
        maybe: "run 'elsec audit verify --root' with it")
    }
  }
}
