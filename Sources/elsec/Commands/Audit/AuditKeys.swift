// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Fingerprints
import Vocabulary

extension AuditSigner {
  /// A key that 'elsec audit key new' wrote.
  ///
  /// - Throws: `key.open-to-others` when others than its owner may read the file.
  init(file path: String) throws {
    guard try Disk.isPrivate(path) else {
      throw Fault(.keyOpenToOthers, "others may read the key", at: path, maybe: "chmod 600, or make a new one")
    }
    let key = try Disk.read(path) { try SigningKey(secretText: String(decoding: $0, as: UTF8.self)) }
    self.init(name: key.name, keyID: key.publicKey.id, sign: key.sign)
  }
}

extension AuditVerifier {
  /// A public key, or the file that holds one.
  init(argument: String) throws {
    let key =
      Disk.exists(argument)
      ? try Disk.read(argument) { try VerifyingKey(String(decoding: $0, as: UTF8.self)) }
      : try VerifyingKey(argument)
    self.init(name: key.name, keyID: key.id, isSignature: { key.isSignature($0, of: $1) })
  }
}

extension SignedAuditRoot {
  init(file path: String) throws {
    self = try Disk.read(path) { try SignedAuditRoot(note: String(decoding: $0, as: UTF8.self)) }
  }
}

/// A root as JSON.
struct AuditRootReport: Encodable {
  let area: String
  let size: Int
  let root: String
  let head: String
  let at: String
  let keyName: String
  let keyID: String
  /// The signed note whole, as it stands in a file.
  let note: String

  init(_ signed: SignedAuditRoot) {
    self.area = signed.root.area
    self.size = signed.root.size
    self.root = "\(signed.root.root)"
    self.head = "\(signed.root.head)"
    self.at = "\(signed.root.at)"
    self.keyName = signed.keyName
    self.keyID = signed.keyID
    self.note = signed.note
  }
}

extension Fault.Code {
  static let keyOpenToOthers = Fault.Code("key.open-to-others", .badInput)
}
