// SPDX-License-Identifier: Apache-2.0

import Screening

/// Who owns the instrument, where its parts come from and what its versions changed.
extension ScreenerDecoder {
  func licence(_ node: YAMLNode) -> Licence? {
    guard let map = MapReader(node, ScreenerKeys.licence, self.findings) else { return nil }
    let spdx = map.text("spdx")
    let holder = map.text("holder")
    let items = map.choice("items", Licence.Inclusion.self)
    let norms = map.choice("norms", Licence.Inclusion.self)
    let ship = map.choice("ship", Shipping.self)
    let needs = map.texts("needs") ?? []
    guard let spdx, let holder, let items, let norms, let ship else { return nil }
    return Licence(spdx: spdx, holder: holder, items: items, norms: norms, ship: ship.value, needs: needs)
  }

  /// `ship` is a truth value, or the words for "only the shape".
  private enum Shipping: String, CaseIterable {
    case whole = "true"
    case no = "false"
    case structureOnly = "structure-only"

    var value: Licence.Shipping {
      switch self {
      case .whole: .whole
      case .no: .no
      case .structureOnly: .structureOnly
      }
    }
  }

  func provenance(_ node: YAMLNode) -> Provenance? {
    guard let map = MapReader(node, ScreenerKeys.provenance, self.findings) else { return nil }
    let part = map.text("part")
    let source = map.text("source")
    let by = map.text("by")
    let dated = map.date("dated")
    let sampleSize = map.int("n", in: 1...Int.max)
    let population = map.text("population")
    let year = map.int("year", in: 1900...2100)
    guard let part, let source else { return nil }
    return Provenance(
      part: part,
      source: source,
      by: by,
      dated: dated,
      sampleSize: sampleSize,
      population: population,
      year: year
    )
  }

  /// Where the items are from must be said, and where the norms are from when there are any.
  func requireProvenance(_ provenance: [Provenance], needsNorms: Bool, _ map: MapReader) {
    for part in ["items"] + (needsNorms ? ["norms"] : [])
    where !provenance.contains(where: { $0.part == part }) {
      self.findings.add(
        .definitionMissingKey,
        "the provenance does not say where the \(part) are from",
        at: map.place("provenance"),
        maybe: "add {part: \(part), source: …}"
      )
    }
  }

  /// These lists and maps say nothing when they are empty.
  func requireEntries(_ map: MapReader) {
    for key in ["responses", "sections", "scores", "bands", "tiers", "changes"] {
      let isEmpty =
        switch map[key]?.content {
        case .list(let nodes): nodes.isEmpty
        case .map(let entries): entries.isEmpty
        default: false
        }
      guard isEmpty else { continue }
      self.findings.add(
        .definitionMissingKey,
        "'\(key)' is empty",
        at: map.place(key),
        maybe: "add at least one entry"
      )
    }
  }

  func change(_ node: YAMLNode) -> VersionChange? {
    guard let map = MapReader(node, ScreenerKeys.change, self.findings) else { return nil }
    let version = map["version"].flatMap(self.version)
    let dated = map.date("dated")
    let what = map.text("what")
    let rescored = map.bool("rescored")
    guard let version, let dated, let what, let rescored else { return nil }
    return VersionChange(version: version, dated: dated, what: what, rescored: rescored)
  }
}
