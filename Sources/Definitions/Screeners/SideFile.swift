// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Vocabulary

/// A file that a definition names under `file`, with its digest under `sha256`.
struct SideFile {
  let name: String
  let path: String
  let bytes: [UInt8]
  /// As the definition states it.
  let sha256: Digest

  /// Reports a file that is not there and a digest that differs; the bytes are read although the digest differs, so
  /// that both mistakes are found at once.
  init?(_ map: MapReader, _ decoder: ScreenerDecoder) {
    let name = map["file"].flatMap { Self.fileName($0, decoder.findings) }
    let digest = map["sha256"].flatMap { Self.digest($0, decoder.findings) }
    guard let name, let digest else { return nil }
    guard let bytes = try? decoder.sideFiles.bytes(of: name) else {
      decoder.findings.add(
        .definitionFileMissing,
        "the file '\(name)' is not beside the definition",
        at: map.place("file"),
        maybe: "put it there, or correct the name"
      )
      return nil
    }
    let actual = Fingerprints.sha256(bytes)
    if actual != digest {
      decoder.findings.add(
        .definitionHashMismatch,
        "the file '\(name)' has the SHA-256 \(actual), not \(digest)",
        at: map.place("sha256"),
        maybe:
          "put the published file back; or, if the change is meant, write the new SHA-256 and a new version"
      )
    }
    self.name = name
    self.path = decoder.sideFiles.path(of: name)
    self.bytes = bytes
    self.sha256 = digest
  }

  /// A name without folders: side files stand beside their definition.
  static func fileName(_ node: YAMLNode, _ findings: Findings) -> String? {
    guard let name = node.text(findings) else { return nil }
    guard !name.contains("/"), name != "..", name != "." else {
      return node.refuse("the name of a file beside this one", findings, maybe: "move it into this folder")
    }
    return name
  }

  static func digest(_ node: YAMLNode, _ findings: Findings) -> Digest? {
    guard let text = node.text(findings) else { return nil }
    return Digest(hex: text)
      ?? node.refuse(
        "a SHA-256 of 64 digits 0-9 a-f",
        findings,
        maybe: "run sha256sum on the file and copy its answer"
      )
  }
}
