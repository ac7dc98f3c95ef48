// SPDX-License-Identifier: Apache-2.0

package import Screening
package import Vocabulary

/// `ID.local.yaml`: who may use which edition of an instrument on this machine, and the file that holds it.
package struct LicensedManifest {
  package static let format = "screener-local/1"

  /// The screener it is for, with its version.
  package let screener: ScreenerID
  package let version: ScreenerVersion
  package let holder: String
  /// The licence's number or code. Kept to itself.
  package let number: String
  package let edition: String
  /// The name of the content file, in the same folder.
  package let content: String
  /// Of the content file's bytes.
  package let sha256: Digest

  /// `nil` when something is missing or wrong; it is reported.
  package init?(_ root: YAMLNode, _ findings: Findings) {
    guard let map = MapReader(root, LicensedKeys.manifest, findings),
      map.hasFormat(Self.format)
    else { return nil }
    let named = map["screener"].flatMap { node -> (ScreenerID, ScreenerVersion)? in
      guard let text = node.text(findings) else { return nil }
      guard let reference = ScreenerReference(text), let version = reference.version else {
        return node.refuse("a screener with its version", findings, maybe: "write it like wellcomm-ey@1.0.0")
      }
      return (reference.id, version)
    }
    let holder = map.text("holder")
    let number = map.text("number")
    let edition = map.text("edition")
    let content = map["content"].flatMap { SideFile.fileName($0, findings) }
    let digest = map["sha256"].flatMap { SideFile.digest($0, findings) }
    guard let named, let holder, let number, let edition, let content, let digest else { return nil }
    (self.screener, self.version) = named
    self.holder = holder
    self.number = number
    self.edition = edition
    self.content = content
    self.sha256 = digest
  }
}

extension MapReader {
  /// Reports another format than the one that is read here.
  func hasFormat(_ format: String) -> Bool {
    guard let node = self["format"], let written = node.text(self.findings) else { return false }
    guard written != format else { return true }
    return node.reject(
      "the format is '\(written)', and this version reads \(format)",
      self.findings,
      maybe: "write format: \(format)"
    ) ?? false
  }
}
