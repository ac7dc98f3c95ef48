// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import Server

@Suite struct KeysInProgressTests {
  private static func person(_ name: String, _ area: String = "E06999999") -> Principal {
    Principal(name: name, role: .admin, area: AreaID(area), purpose: "test")
  }

  private static func isFree(_ hold: KeysInProgress.Hold) -> Bool {
    if case .inProgress = hold { false } else { true }
  }

  @Test func aKeyIsHeldUntilItIsGivenBack() {
    let keys = KeysInProgress()
    let first = keys.hold("k1", of: Self.person("Ada"))
    #expect(Self.isFree(first))
    let second = keys.hold("K1", of: Self.person("Ada"))
    #expect(!Self.isFree(second))
    keys.release(second)
    #expect(!Self.isFree(keys.hold("k1", of: Self.person("Ada"))), "only its holder gives a key back")
    keys.release(first)
    #expect(Self.isFree(keys.hold("k1", of: Self.person("Ada"))))
  }

  @Test func aKeyIsOfOnePersonInOneArea() {
    let keys = KeysInProgress()
    for person in [Self.person("Ada"), Self.person("Ben"), Self.person("Ada", "E06999998")] {
      #expect(Self.isFree(keys.hold("k", of: person)))
    }
  }

  @Test func callsWithoutAKeyStandInNobodysWay() {
    let keys = KeysInProgress()
    for _ in 0..<2 { #expect(Self.isFree(keys.hold(nil, of: Self.person("Ada")))) }
  }
}
