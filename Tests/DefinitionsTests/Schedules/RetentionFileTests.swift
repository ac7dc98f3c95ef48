// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Retention
import Testing
import Vocabulary

@Suite struct RetentionFileTests {
  private func reading(_ text: String, as name: String = "E06999999", for area: String = "E06999999") throws
    -> RetentionPolicy
  {
    let folder = try TemporaryFolder()
    try FileManager.default.copyItem(atPath: Content.schedules, toPath: "\(folder.path)/Schedules")
    try folder.write(text, to: "Schedules/retention/\(name).yaml")
    return try ScheduleFolder("\(folder.path)/Schedules").retention(for: area)
  }

  @Test func theShippedPolicyIsThatOfHealthRecords() throws {
    let policy = try ScheduleFolder(Content.schedules).retention(for: "E06000020")
    #expect(policy.id == "england")
    #expect(
      policy.classes == [
        RetentionClass(
          id: "child-health", title: "Screenings, decisions and visits of a child", birthday: 25,
          lateEnd: .init(age: 17, birthday: 26), yearsAfterDeath: 8)
      ])
  }

  @Test func anAreasOwnFileComesFirst() throws {
    let own = try Content.text("Schedules/retention/england.yaml")
      .replacingOccurrences(of: "until-birthday: 25", with: "until-birthday: 35")
    #expect(try self.reading(own).classes[0].birthday == 35)
    #expect(try self.reading(own, for: "E06000001").classes[0].birthday == 25)
  }

  @Test(arguments: [
    ("until-birthday: 25", "until-birthday: 7", "a whole number from 18 to 120"),
    ("until-birthday: 25", "until-birthdy: 25", "has no key 'until-birthdy'"),
    ("seen-at-age: 17, ", "", "lacks the key 'seen-at-age'"),
    ("format: retention/1", "format: retention/2", "this reader reads retention/1"),
    ("dated: 2026-11-21", "dated: 21.11.2026", "a date is wanted here"),
    ("years-after-death: 8 ", "years-after-death: 0 ", "a whole number from 1 to 100"),
  ])
  func aPolicyThatCannotBeReadIsRefused(_ old: String, _ new: String, _ words: String) throws {
    let text = try Content.text("Schedules/retention/england.yaml")
    try #require(text.contains(old))
    let fault = #expect(throws: Fault.self) {
      try self.reading(text.replacingOccurrences(of: old, with: new))
    }
    #expect(fault?.message.contains(words) == true, "\(String(describing: fault))")
    #expect(fault?.place?.contains("E06999999.yaml:") == true)
  }

  @Test func aPolicyWithoutAClassIsRefused() throws {
    let text = try Content.text("Schedules/retention/england.yaml")
    let start = try #require(text.range(of: "classes:"))
    let fault = #expect(throws: Fault.self) { try self.reading(text[..<start.lowerBound] + "classes: []\n") }
    #expect(fault?.message.contains("no class") == true)
  }
}
