// SPDX-License-Identifier: Apache-2.0

import Foundation
import Testing
import Vocabulary

@Suite struct IDTests {
  @Test func anIdIsItsTextOnTheWire() throws {
    let id = ChildID("c-1")
    let data = try JSONEncoder().encode([id])
    #expect(String(decoding: data, as: UTF8.self) == #"["c-1"]"#)
    #expect(try JSONDecoder().decode([ChildID].self, from: data) == [id])
    #expect("\(id)" == "c-1")
  }

  @Test func idsSortByTheirText() {
    #expect([ChildID("b"), ChildID("a"), ChildID("aa")].sorted().map(\.rawValue) == ["a", "aa", "b"])
  }
}
