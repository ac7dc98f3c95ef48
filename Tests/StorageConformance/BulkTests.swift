// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@Suite struct BulkTests {
  private static func children(_ count: Int, familyName: String = "Family") -> [ChildRecord] {
    (0..<count).map { number in
      ChildRecord(
        id: ChildID("b\(1_000_000 + number)"),
        setting: "123456",
        givenName: "Given\(number)",
        familyName: familyName,
        birthDate: date("2021-01-01").adding(days: number % 365)
      )
    }
  }

  @Test(arguments: Driver.allCases)
  func tenThousandChildrenAreKeptOnceAndTheSecondTimeUnchanged(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let children = Self.children(10_000)
      let first = try await test.write { try $0.put(children) }
      #expect(first.allSatisfy { $0 == .added })
      let head = try await test.read { try $0.auditHead() }
      let second = try await test.write { try $0.put(children) }
      #expect(second.allSatisfy { $0 == .unchanged })
      let after = try await test.read { try $0.auditHead() }
      #expect(after == head)
      let broken = try await test.read { try $0.firstAuditBreak() }
      #expect(broken == nil)
    }
  }

  @Test(arguments: Driver.allCases, [1, 7, 100, 250, 1000])
  func pagesMeetWithoutGapOrOverlap(_ driver: Driver, _ limit: Int) async throws {
    try await driver.withStore { test in
      try await test.fill()
      let children = Self.children(250)
      try await test.write { try $0.put(children) }
      let seen = try await test.write { records in
        var (seen, last): ([ChildID], ChildID?) = ([], nil)
        while true {
          let page = try records.children(at: "123456", after: last, limit: limit).map(\.id)
          guard let end = page.last else { return seen }
          #expect(page.count <= limit)
          seen += page
          last = end
        }
      }
      #expect(seen == children.map(\.id) + ["c1", "c2"])
    }
  }

  @Test(arguments: Driver.allCases)
  func settingsAndReleasesPageByID(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let settings = (100...130).map { SettingRecord(id: SettingID("\($0)"), kind: .school, name: "") }
      let releases = (100...130).map { number in
        ReleaseRecord(
          id: ReleaseID("\(number)"),
          specification: "",
          policy: "",
          childSets: [],
          table: "",
          audience: "",
          by: "",
          at: moment
        )
      }
      try await test.write { records in
        try records.put(settings)
        for release in releases { try records.add(release) }
      }
      let page = try await test.read {
        (try $0.settings(after: "109", limit: 5), try $0.releases(after: "109", limit: 5))
      }
      #expect(page == (Array(settings[10..<15]), Array(releases[10..<15])))
    }
  }
}
