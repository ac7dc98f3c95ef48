// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Client
import Fingerprints
import StrictJSON
import Vocabulary

/// Compares what a service says of its audit with what this device kept from before: whoever cuts off or rewrites the
/// audit is found by those who were there.
struct KeptAuditRoot {
  /// What is to be kept from now on, a signed note.
  let note: String?
  /// What does not fit; then ``note`` is what was kept before.
  let warning: String?

  /// - Parameter call: asks the service.
  static func compare(
    kept: String?, told: String?, call: (String, JSONObject) async throws -> JSONValue
  ) async throws -> KeptAuditRoot {
    guard let kept, let old = try? SignedAuditRoot(note: kept) else { return KeptAuditRoot(note: told, warning: nil) }
    func doubt(_ warning: String) -> KeptAuditRoot { KeptAuditRoot(note: kept, warning: warning) }
    guard let told, let latest = try? SignedAuditRoot(note: told) else {
      return doubt("the service tells no root of its audit any more")
    }
    guard latest.root.area == old.root.area else { return doubt("the root is of the audit of another area") }
    guard latest.keyID == old.keyID else { return doubt("the root is signed with another key than before") }
    guard latest.root.size >= old.root.size else {
      return doubt("the audit has \(latest.root.size) entries; it had \(old.root.size) before")
    }
    let reply = try await call("audit.root", ["size": .whole(old.root.size)])
    let proof = (reply["consistency"]?.list ?? []).compactMap { $0.text.flatMap { Digest(hex: $0) } }
    guard let note = reply["note"]?.text, let new = try? SignedAuditRoot(note: note),
      MerkleProof.isConsistent(
        from: old.root.size, old.root.root, to: new.root.size, new.root.root, proof: proof, hash: sha256)
    else { return doubt("the audit does not continue what it was before") }
    return KeptAuditRoot(note: note, warning: nil)
  }
}
