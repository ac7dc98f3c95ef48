// SPDX-License-Identifier: Apache-2.0

import Fingerprints
package import Screening
import Vocabulary

/// What a licence holder's file adds to a screener's shape.
package struct LicensedContent {
  /// The content file, for messages about what came from it.
  package let path: String
  package let root: YAMLNode
  /// The parts it supplies, of ``Screening/Licence/suppliable``.
  package let supplies: [String]

  /// Adds the content to `definition`: its needs are met, its edition is set, and its hash covers the content too.
  ///
  /// Everything that is wrong is reported, with its place in the licence holder's own files; `nil` then. A manifest for
  /// another version, a content file with another SHA-256 and a need that is not met are wrong.
  package init?(
    completing definition: inout ScreenerDefinition,
    from manifestPath: String,
    findings: Findings
  ) {
    let file = DefinitionFile(manifestPath)
    let manifest = file.root.flatMap { LicensedManifest($0, file.findings) }
    findings.add(file.findings)
    guard let manifest, let manifestRoot = file.root else { return nil }
    guard manifest.screener == definition.id, manifest.version == definition.version else {
      findings.add(
        .definitionLicenceStale,
        "the licensed file is for \(manifest.screener)@\(manifest.version), the screener is "
          + "\(definition.id)@\(definition.version)",
        at: Definitions.place(of: [.key("screener")], in: manifestRoot),
        maybe: "ask the licence holder whether it still fits, then name this version and install it again"
      )
      return nil
    }
    let folder = FileBytes.parent(of: manifestPath)
    let path = FileBytes.join(folder, manifest.content)
    let content = DefinitionFile(path)
    if !content.bytes.isEmpty, content.hash != manifest.sha256 {
      findings.add(
        .definitionHashMismatch,
        "the file '\(manifest.content)' has the SHA-256 \(content.hash), not \(manifest.sha256)",
        at: Definitions.place(of: [.key("sha256")], in: manifestRoot),
        maybe: "put the licence holder's file back; or, if the change is theirs, write the new SHA-256"
      )
    }
    let before = findings.faults.count
    findings.add(content.findings)
    guard let root = content.root else { return nil }
    let decoder = ScreenerDecoder(folder: folder, findings: findings)
    guard let supplies = Self.merge(root, into: &definition, decoder) else { return nil }
    for need in definition.licence.needs where !supplies.contains(need) {
      findings.add(
        .definitionMissingKey,
        "the licensed file does not supply \(need)",
        at: root.place,
        maybe: "add '\(need): …'"
      )
    }
    guard findings.faults.count == before else { return nil }
    definition.licence.needs = []
    definition.edition = manifest.edition
    definition.contentHash = manifest.sha256
    definition.hash = Fingerprints.sha256(Array("\(definition.hash) \(manifest.sha256)".utf8))
    self.path = path
    self.root = root
    self.supplies = supplies
  }

  private static func merge(
    _ root: YAMLNode,
    into definition: inout ScreenerDefinition,
    _ decoder: ScreenerDecoder
  ) -> [String]? {
    guard let map = MapReader(root, LicensedKeys.content, decoder.findings),
      map.hasFormat("screener-content/1")
    else { return nil }
    var supplies: [String] = []
    if let wording = map.entries("wording") {
      Self.word(wording, in: &definition, decoder)
      supplies.append("wording")
    }
    if let cuts = map["cuts"].flatMap({ MapReader($0, LicensedKeys.cuts, decoder.findings) }) {
      if let route = cuts.entries("route")?.compactMap(decoder.cuts) { definition.route?.cuts = route }
      if let bands = cuts.list("bands", decoder.band) { definition.bands = bands }
      supplies.append("cuts")
    }
    if let norms = map.entries("norms")?.compactMap(decoder.norms) {
      for table in norms {
        switch table {
        case .lms(let table): definition.norms.append(table)
        case .lookup(let table): definition.lookups.append(table)
        }
      }
      supplies.append("norms")
    }
    return supplies
  }

  /// Every item gets its words; an item that is not named, or named and not there, is reported.
  private static func word(
    _ entries: [YAMLNode.Entry],
    in definition: inout ScreenerDefinition,
    _ decoder: ScreenerDecoder
  ) {
    var words: [String: TextByLanguage] = [:]
    for entry in entries { words[entry.key] = decoder.words(entry.value) }
    let codes = Set(definition.sections.flatMap { $0.items.map(\.code.rawValue) })
    for entry in entries where !codes.contains(entry.key) {
      decoder.findings.add(
        .definitionUnknownKey,
        "the screener has no item '\(entry.key)'",
        at: entry.keyPlace,
        maybe: nearest(to: entry.key, among: codes.sorted()).map { "'\($0)' was meant" } ?? "remove the line"
      )
    }
    for section in definition.sections.indices {
      for item in definition.sections[section].items.indices {
        let code = definition.sections[section].items[item].code.rawValue
        if let text = words[code] {
          definition.sections[section].items[item].text = text
        } else if !entries.contains(where: { $0.key == code }), let first = entries.first {
          decoder.findings.add(
            .definitionMissingKey,
            "the wording lacks the item '\(code)'",
            at: first.keyPlace,
            maybe: "add '\(code): …'"
          )
        }
      }
    }
  }

  /// Where a part of the completed definition stands in the content file; `nil` for a part that came from the shape.
  package func place(of path: [PathStep]) -> Place? {
    guard let first = path.first else { return nil }
    if first == .key("bands"), self.root["cuts"]?["bands"] != nil {
      return Definitions.place(of: [.key("cuts")] + path, in: self.root)
    }
    if path.starts(with: [.key("route"), .key("cuts")]), self.root["cuts"]?["route"] != nil {
      return Definitions.place(of: [.key("cuts"), .key("route")] + path.dropFirst(2), in: self.root)
    }
    if first == .key("norms"), path.count > 1, case .key(let id) = path[1], self.root["norms"]?[id] != nil {
      return Definitions.place(of: path, in: self.root)
    }
    return nil
  }
}
