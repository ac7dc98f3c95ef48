// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// How an area is named wherever something of it is printed.
struct AreaFacts {
  let name: String
  /// The three-digit DfE code, as its settings state it; empty when none does.
  let localAuthority: String
  /// No local authority has a GSS code that ends in six nines: an area with one is made up, and everything
  /// printed of it says so.
  let isMadeUp: Bool
}

extension Reading {
  func areaFacts() throws -> AreaFacts {
    AreaFacts(
      name: try self.areaRecord()?.name ?? self.area.rawValue,
      localAuthority: try self.settings().lazy.compactMap(\.localAuthority).first?.text ?? "",
      isMadeUp: self.area.rawValue.hasSuffix("999999"))
  }
}
