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
