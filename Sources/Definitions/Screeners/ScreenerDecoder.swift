// SPDX-License-Identifier: Apache-2.0

package import Screening
package import Vocabulary

/// Reads the tree of a `screener.yaml` into a definition. Reports everything that has the wrong shape; what
/// the parts mean together is for ``Screening/DefinitionCheck``.
package struct ScreenerDecoder {
  let findings: Findings
  /// The files beside the definition.
  let sideFiles: SideFiles
  var folder: String { self.sideFiles.folder }

  package init(folder: String, findings: Findings) {
    self.init(SideFiles(folder: folder), findings: findings)
  }

  package init(_ sideFiles: SideFiles, findings: Findings) {
    self.sideFiles = sideFiles
    self.findings = findings
  }

  /// - Returns: `nil` when a part that every definition needs is missing or unreadable.
  package func definition(_ root: YAMLNode, hash: Digest) -> ScreenerDefinition? {
    guard let map = MapReader(root, ScreenerKeys.screener, self.findings) else { return nil }
    guard self.isReadable(map) else { return nil }
    let id = map.text("id")
    let version = map["version"].flatMap(self.version)
    let status = map.choice("status", ScreenerDefinition.Status.self)
    let title = map["title"].flatMap(self.words)
    let licence = map["licence"].flatMap(self.licence)
    let provenance = map.list("provenance", self.provenance)
    let age = map["age"].flatMap(self.age)
    let normsApply = map["norms-apply"].flatMap(self.normsApply)
    let responses = map.entries("responses")?.compactMap(self.responseSet)
    let sections = map.list("sections", self.section)
    let administer = map.entries("administer")?.compactMap(self.administration)
    let route = map["route"].flatMap(self.route)
    let scores = map.entries("scores")?.compactMap(self.score)
    let norms = map.entries("norms")?.compactMap(self.norms) ?? []
    let banks = map.entries("banks")?.compactMap(self.bank) ?? []
    let bands = map.list("bands", self.band)
    let tiers = map.list("tiers", self.tier)
    let rescreen = map["rescreen"].flatMap(self.rescreen)
    let changes = map.list("changes", self.change)
    self.requireEntries(map)
    if let provenance { self.requireProvenance(provenance, needsNorms: !norms.isEmpty || !banks.isEmpty, map) }
    guard let id, let version, let status, let title, let licence, let provenance, let age, let responses,
      let sections, let scores, let bands, let tiers, let changes
    else { return nil }
    return ScreenerDefinition(
      id: ScreenerID(id),
      version: version,
      status: status,
      title: title,
      licence: licence,
      provenance: provenance,
      age: age,
      normsApply: normsApply,
      responses: responses,
      sections: sections,
      administer: administer ?? [],
      route: route,
      scores: scores,
      norms: norms.compactMap { if case .lms(let table) = $0 { table } else { nil } },
      lookups: norms.compactMap { if case .lookup(let table) = $0 { table } else { nil } },
      banks: banks,
      bands: bands,
      tiers: tiers,
      rescreen: rescreen,
      changes: changes,
      hash: hash
    )
  }

  private func isReadable(_ map: MapReader) -> Bool {
    guard let node = map["format"] else { return true }
    guard let format = node.text(self.findings) else { return false }
    guard format == ScreenerDefinition.format else {
      self.findings.add(
        .definitionWrongValue,
        "the format is '\(format)', and this version reads \(ScreenerDefinition.format)",
        at: node.place,
        maybe: "write format: \(ScreenerDefinition.format)"
      )
      return false
    }
    return true
  }

  func version(_ node: YAMLNode) -> ScreenerVersion? {
    guard case .scalar(let text, _) = node.content, let version = ScreenerVersion(text) else {
      return node.refuse("a version of three numbers", self.findings, maybe: "write it like 1.2.0")
    }
    return version
  }

  /// `[36, 71]`, or ages as `[3;00, 5;11]`.
  func ages(_ node: YAMLNode) -> InclusiveRange? {
    guard let nodes = node.list(self.findings) else { return nil }
    guard nodes.count == 2 else {
      return node.refuse("a youngest and an oldest age", self.findings, maybe: "write [36, 71]")
    }
    guard let lowest = nodes[0].ageInMonths(self.findings), let highest = nodes[1].ageInMonths(self.findings)
    else { return nil }
    return InclusiveRange(lowest, highest)
  }

  func range(_ node: YAMLNode) -> InclusiveRange? {
    guard let nodes = node.list(self.findings) else { return nil }
    guard nodes.count == 2 else {
      return node.refuse("a lowest and a highest number", self.findings, maybe: "write [0, 20]")
    }
    guard let lowest = nodes[0].int(self.findings), let highest = nodes[1].int(self.findings) else {
      return nil
    }
    return InclusiveRange(lowest, highest)
  }

  /// `Understanding`, or by language `{en: Understanding, cy: Deall}`.
  func words(_ node: YAMLNode) -> TextByLanguage? {
    guard case .map(let entries) = node.content else {
      return node.text(self.findings).map { TextByLanguage(english: $0) }
    }
    var words: [String: String] = [:]
    for entry in entries {
      guard entry.key.count == 2, entry.key.utf8.allSatisfy({ (0x61...0x7A).contains($0) }) else {
        let cut = if case .scalar("", plain: true) = entry.value.content { true } else { false }
        self.findings.add(
          .definitionUnknownKey,
          "'\(entry.key)' is no language code",
          at: entry.keyPlace,
          maybe: cut
            ? "a comma inside {…} begins a new key: put the whole text in quotes"
            : "write two letters, such as en, cy or pl"
        )
        continue
      }
      words[entry.key] = entry.value.text(self.findings)
    }
    return words.isEmpty ? nil : TextByLanguage(words)
  }

  /// One name, or a list of names.
  func names(_ node: YAMLNode) -> [String]? {
    if case .list = node.content { return node.texts(self.findings) }
    return node.text(self.findings).map { [$0] }
  }
}
