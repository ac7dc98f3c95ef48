// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Screening
import Vocabulary

/// Norm tables, from the files beside the definition.
extension ScreenerDecoder {
  private enum Kind: String, CaseIterable { case lms }
  private enum By: String, CaseIterable { case ageMonths = "age-months" }

  func normTable(_ entry: YAMLNode.Entry) -> NormTable? {
    guard let map = MapReader(entry.value, ScreenerKeys.norms, self.findings) else { return nil }
    let kind = map.choice("kind", Kind.self)
    let by = map.choice("by", By.self)
    let interpolate = map.choice("interpolate", NormTable.Interpolation.self)
    let file = map["file"].flatMap(self.fileName)
    let digest = map["sha256"].flatMap(self.digest)
    guard kind != nil, by != nil, let interpolate, let file, let digest else { return nil }
    guard let rows = self.rows(file, digest: digest, at: map) else { return nil }
    return NormTable(
      id: NormsID(entry.key),
      interpolate: interpolate,
      file: file,
      sha256: digest,
      rows: rows
    )
  }

  /// A name without folders: side files stand beside their definition.
  private func fileName(_ node: YAMLNode) -> String? {
    guard let name = node.text(self.findings) else { return nil }
    guard !name.contains("/"), name != "..", name != "." else {
      return node.refuse(
        "the name of a file beside this one",
        self.findings,
        maybe: "move it into this folder"
      )
    }
    return name
  }

  private func digest(_ node: YAMLNode) -> Digest? {
    guard let text = node.text(self.findings) else { return nil }
    return Digest(hex: text)
      ?? node.refuse(
        "a SHA-256 of 64 digits 0-9 a-f",
        self.findings,
        maybe: "run sha256sum on the file and copy its answer"
      )
  }

  /// Rows are read although the digest differs, so that both mistakes are found at once.
  private func rows(_ file: String, digest: Digest, at map: MapReader) -> [NormTable.Row]? {
    let path = self.sideFiles.path(of: file)
    guard let bytes = try? self.sideFiles.bytes(of: file) else {
      self.findings.add(
        .definitionFileMissing,
        "the norm file '\(file)' is not beside the definition",
        at: map.place("file"),
        maybe: "put it there, or correct the name"
      )
      return nil
    }
    let actual = sha256(bytes)
    if actual != digest {
      self.findings.add(
        .definitionHashMismatch,
        "the file '\(file)' has the SHA-256 \(actual), not \(digest)",
        at: map.place("sha256"),
        maybe:
          "put the published file back; or, if the change is meant, write the new SHA-256 and a new version"
      )
    }
    return LMSTable.rows(bytes, path: path, findings: self.findings)
  }
}
