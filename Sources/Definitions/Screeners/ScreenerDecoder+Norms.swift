// SPDX-License-Identifier: Apache-2.0

import Fingerprints
import Screening
import Vocabulary

/// Norm tables and item banks, from the files beside the definition.
extension ScreenerDecoder {
  /// What stands under `norms`, by kind.
  enum Norms {
    case lms(NormTable)
    case lookup(LookupTable)
  }

  private enum Kind: String, CaseIterable { case lms, lookup }
  private enum By: String, CaseIterable { case ageMonths = "age-months" }

  func norms(_ entry: YAMLNode.Entry) -> Norms? {
    guard let map = MapReader(entry.value, ScreenerKeys.norms, self.findings) else { return nil }
    let kind = map.choice("kind", Kind.self)
    let by = map.choice("by", By.self)
    let id = NormsID(entry.key)
    switch kind {
    case .lms where by != nil: return self.lms(id, map).map { .lms($0) }
    case .lookup where by != nil: return self.lookup(id, map).map { .lookup($0) }
    default: return nil
    }
  }

  private func lms(_ id: NormsID, _ map: MapReader) -> NormTable? {
    let interpolate = map.choice("interpolate", NormTable.Interpolation.self)
    let tails = map["tails"] == nil ? .keep : map.choice("tails", NormTable.Tails.self)
    guard let side = SideFile(map, self), let interpolate, let tails else { return nil }
    return LMSTable.rows(side.bytes, path: side.path, findings: self.findings).map {
      NormTable(
        id: id,
        interpolate: interpolate,
        tails: tails,
        file: side.name,
        sha256: side.sha256,
        rows: $0
      )
    }
  }

  private func lookup(_ id: NormsID, _ map: MapReader) -> LookupTable? {
    let interpolate = map.choice("interpolate", LookupTable.Interpolation.self)
    if let node = map["tails"] {
      let _: Bool? = node.reject("a lookup table has no tails", self.findings, maybe: "remove the key")
    }
    guard let side = SideFile(map, self), let interpolate else { return nil }
    return LookupRows.rows(side.bytes, path: side.path, findings: self.findings).map {
      LookupTable(id: id, interpolate: interpolate, file: side.name, sha256: side.sha256, rows: $0)
    }
  }

  func bank(_ entry: YAMLNode.Entry) -> ItemParameters? {
    guard let map = MapReader(entry.value, ScreenerKeys.bank, self.findings) else { return nil }
    let model = map.choice("kind", ItemBank.Model.self)
    let scaling = map["d"] == nil ? 1 : map.decimal("d")
    guard let side = SideFile(map, self), let model, let scaling else { return nil }
    return BankRows.rows(side.bytes, path: side.path, isRasch: model == .rasch, findings: self.findings).map {
      ItemParameters(
        id: BankID(entry.key),
        model: model,
        scaling: scaling,
        file: side.name,
        sha256: side.sha256,
        rows: $0
      )
    }
  }
}
