// SPDX-License-Identifier: Apache-2.0

import Exchange
import Testing

@Suite struct SubjectAccessPackTests {
  @Test func whatIsKeptStaysInItsPlace() {
    let pack = SubjectAccessPack(
      area: "E06999999", child: "c1", name: "A <b>|# Z", madeAt: "2026-11-30T09:00:00.000000Z",
      records: [
        .init(kind: "child", fields: ["given_name", "sex"], rows: [["A\n# forged heading", nil]]),
        .init(kind: "legal_hold", fields: ["reason"], rows: [["a | b"], [nil]]),
        .init(kind: "screening", fields: ["a", "b", "c", "d", "e", "f"], rows: [["1", "", nil, "4", "5", "6"]]),
      ],
      looks: [
        .init(at: "t", by: "Mo", role: "manager", purpose: "children show", did: "view", what: "child_identifier")
      ])
    #expect(
      pack.markdown.split(separator: "\n").dropFirst(4).joined(separator: "\n") == ##"""
        - given name: A; \# forged heading
        ## Legal holds
        | reason |
        | --- |
        | a \| b |
        |  |
        ## Screenings
        - a: 1
        - d: 4
        - e: 5
        - f: 6
        ## Who wrote or saw something
        | when (UTC) | who | role | what for | did | what |
        | --- | --- | --- | --- | --- | --- |
        | t | Mo | manager | children show | view | child identifier |
        """##)
    #expect(pack.markdown.hasPrefix("# What is kept about A \\<b\\>\\|\\# Z\n"))
  }
}
