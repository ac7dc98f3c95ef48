// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func aLicenceNamesItsHolder() {
  let rule = "screener.licence"
  #expect(
    findings(of: rule) { definition in
      definition.licence.spdx = ""
      definition.licence.holder = ""
    } == ["licence.spdx: no licence is named", "licence.holder: no licence holder is named"]
  )
  #expect(
    findings(of: rule) { $0.licence.ship = .structureOnly }
      == ["licence.needs: only the structure ships, and nothing is needed"]
  )
}

@Test func theHoldersFileSuppliesWhatItCan() {
  let rule = "screener.licence"
  #expect(
    findings(of: rule) { $0.licence.needs = ["wording", "pictures"] }
      == ["licence.needs[1]: the holder's file can't supply 'pictures'"]
  )
  #expect(
    findings(of: rule) { definition in
      definition.licence.ship = .structureOnly
      definition.licence.needs = ["wording", "cuts", "norms"]
    } == []
  )
}
