// SPDX-License-Identifier: Apache-2.0

import Testing

@testable import StoragePostgres

@Suite struct StatementNamesTests {
  @Test func aStatementKeepsItsNumber() {
    let names = StatementNames()
    #expect(["a", "b", "a", "c", "b"].map { names.number(of: $0) } == [0, 1, 0, 2, 1])
    #expect(names.all.map(\.number) == [0, 1, 2])
    #expect(names.all.map(\.sql) == ["a", "b", "c"])
  }

  @Test func theTableHasAnEnd() {
    let names = StatementNames()
    for number in 0..<StatementNames.most { #expect(names.number(of: "\(number)") == number) }
    #expect(names.number(of: "one more") == nil)
    #expect(names.number(of: "7") == 7)
    #expect(names.all.count == StatementNames.most)
  }
}
