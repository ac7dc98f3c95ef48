// SPDX-License-Identifier: Apache-2.0

import MadeUpArea
import Testing
import Vocabulary

struct FictionalAreaTests {
  static let area = FictionalArea(seed: 1)

  @Test func theSameSeedGivesTheSameFiles() {
    #expect(FictionalArea(seed: 1).files == Self.area.files)
    #expect(FictionalArea(seed: 2).childrenFile != Self.area.childrenFile)
  }

  @Test func nothingInItCanBeReal() throws {
    #expect(GSSCode(FictionalArea.gssCode)?.isEducationAuthority == true)
    #expect(LACode(FictionalArea.laCode) != nil)
    for setting in Self.area.settings {
      #expect(SettingReference(setting.reference) != nil)
      #expect(setting.reference.hasPrefix("9900") || setting.reference.hasPrefix("EY9900"))
      #expect(Postcode(setting.postcode)?.outward.hasPrefix("WM") == true)
    }
    for child in Self.area.children {
      #expect(child.reference.hasPrefix("MADEUP-"))
      if let number = child.nhsNumber { #expect(number.hasPrefix("999") && NHSNumber(number) != nil) }
      if let upn = child.upn { #expect(upn.dropFirst().hasPrefix("999") && UPN(upn) != nil) }
    }
  }

  @Test func identifiersAreGivenOnce() {
    let children = Self.area.children
    #expect(Set(children.map(\.reference)).count == children.count)
    let numbers = children.compactMap(\.nhsNumber)
    #expect(Set(numbers).count == numbers.count)
    let upns = children.compactMap(\.upn)
    #expect(Set(upns).count == upns.count)
    #expect(Set(Self.area.settings.map(\.name)).count == 48)
  }

  @Test(arguments: FictionalCycle.allCases, [1, 2, 3] as [UInt64])
  func eachCycleHasAtLeastSixHundredChildren(_ cycle: FictionalCycle, _ seed: UInt64) {
    let children = FictionalArea(seed: seed).children.filter { $0.cycle == cycle }
    #expect(children.count >= 600)
    #expect(children.filter { $0.baseline != nil }.count >= 580)
  }

  @Test func birthDatesFitTheYearGroup() throws {
    for child in Self.area.children {
      let year = try #require(AcademicYear(startingIn: child.cycle.rawValue))
      #expect(NCYear(born: child.birthDate, in: year)?.text == child.yearGroup)
    }
  }

  @Test func everyScreeningIsOnAWeekdayInTheNormsAge() throws {
    for child in Self.area.children {
      for answers in [child.baseline, child.followUp].compactMap({ $0 }) {
        let age = try #require(Age(from: child.birthDate, to: answers.testDate, by: .calendar))
        #expect((36...71).contains(age.completedMonths))
        #expect(!answers.testDate.isWeekend)
      }
    }
  }

  @Test func someAreAbsentSomeOptOutAndNobodyWhoOptedOutIsScreened() {
    let children = Self.area.children
    let optedOut = children.filter { $0.optedOutOn != nil }
    #expect((5...40).contains(optedOut.count))
    #expect(optedOut.allSatisfy { $0.baseline == nil && $0.followUp == nil })
    #expect(children.contains { $0.optedOutOn == nil && $0.baseline == nil })
  }

  @Test func theCurrentCycleIsNotFollowedUpYet() throws {
    let children = Self.area.children.filter { $0.cycle == .current }
    let monday = try #require(SchoolWeek(FictionalArea.week)).monday
    #expect(children.allSatisfy { $0.followUp == nil })
    #expect(children.allSatisfy { child in child.baseline.map { $0.testDate < monday } ?? true })
  }

  @Test func onlyKnownCodesAreWritten() {
    let understanding: Set = ["C", "I", "NR"]
    let expression: Set = ["ALW", "SOM", "NEV", "NOB"]
    for child in Self.area.children {
      for answers in [child.baseline, child.followUp].compactMap({ $0 }) {
        #expect(answers.codes.allSatisfy { FictionalAnswers.items.contains($0.key) })
        #expect(
          answers.codes.allSatisfy { ($0.key.hasPrefix("U") ? understanding : expression).contains($0.value) }
        )
        #expect((1...6).allSatisfy { answers.codes["E\($0)"] != nil })
      }
    }
    #expect(Self.area.children.contains { $0.baseline?.codes.values.contains("NOB") == true })
  }

  @Test func noCellNeedsQuotes() {
    for file in Self.area.files {
      let lines = file.text.split(separator: "\n")
      let width = lines[0].split(separator: ",", omittingEmptySubsequences: false).count
      #expect(!file.text.contains("\""))
      #expect(lines.allSatisfy { $0.split(separator: ",", omittingEmptySubsequences: false).count == width })
    }
  }
}
