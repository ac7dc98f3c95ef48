// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A root that somebody outside the database vouches for. Whoever keeps one can later tell whether the entries it
/// covers are still there and still the same.
public struct SignedAuditRoot: Sendable, Hashable {
  public let root: AuditRoot
  public let keyName: String
  /// 8 hexadecimal digits; see ``AuditSigner/keyID``.
  public let keyID: String
  public let signature: [UInt8]

  public init(root: AuditRoot, keyName: String, keyID: String, signature: [UInt8]) {
    self.root = root
    self.keyName = keyName
    self.keyID = keyID
    self.signature = signature
  }

  /// The root as a signed note, which programs that watch transparency logs read (C2SP `signed-note`,
  /// `tlog-checkpoint`): the statement, an empty line, and `— name base64(key id ‖ signature)`.
  public var note: String {
    let id = stride(from: 0, to: self.keyID.count, by: 2).compactMap {
      UInt8(self.keyID.dropFirst($0).prefix(2), radix: 16)
    }
    return "\(self.root.statement)\n— \(self.keyName) \(Base64.text(id + self.signature))\n"
  }

  /// Reads a note with one signature; says nothing about whether it is valid.
  ///
  /// - Throws: `audit.malformed-root`.
  public init(note: String) throws {
    let lines = note.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count == 8, lines[5].isEmpty, lines[7].isEmpty,
      let root = AuditRoot(statement: lines[..<5].map { $0 + "\n" }.joined())
    else { throw Self.malformed }
    let words = lines[6].split(separator: " ", omittingEmptySubsequences: false)
    guard words.count == 3, words[0] == "—", !words[1].isEmpty, let bytes = Base64.bytes(words[2]),
      bytes.count == 4 + 64
    else { throw Self.malformed }
    let id = bytes.prefix(4).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    self.init(root: root, keyName: String(words[1]), keyID: id, signature: Array(bytes.dropFirst(4)))
  }

  private static var malformed: Fault {
    Fault(
      .auditMalformedRoot, "the text is not a signed root of an audit",
      maybe: "give the file just as 'elsec audit root' wrote it")
  }
}

extension Fault.Code {
  public static let auditMalformedRoot = Fault.Code("audit.malformed-root", .badInput)
}
