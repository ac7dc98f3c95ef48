// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Scheduling
import Testing
import Vocabulary

@Suite struct ShippedSchedulesTests {
  let folder = ScheduleFolder(Content.schedules)

  private func date(_ text: String) throws -> CivilDate { try #require(CivilDate(text)) }

  @Test func theCalendarKnowsTermsHolidaysInsetDaysAndClosures() throws {
    let calendar = try self.folder.calendar("made-up-area")
    #expect(calendar.terms.count == 6)
    #expect(calendar.bankHolidays.count == 32)
    #expect(calendar.isSchoolDay(try self.date("2026-11-30")))
    #expect(calendar.noSchool(on: try self.date("2026-10-28")) == .halfTerm)
    #expect(calendar.noSchool(on: try self.date("2027-05-03")) == .bankHoliday("Early May bank holiday"))
    #expect(calendar.noSchool(on: try self.date("2026-12-04"), at: SettingID("990003")) == .inset)
    #expect(calendar.isSchoolDay(try self.date("2026-12-04"), at: SettingID("990004")))
    #expect(
      calendar.noSchool(on: try self.date("2026-12-01"), at: SettingID("990005"))
        == .closure("boiler replaced")
    )
  }

  /// gov.uk/bank-holidays.json, England and Wales: days that a rule of thumb would miss.
  @Test(arguments: [
    ("2024-12-26", "Boxing Day"), ("2025-04-21", "Easter Monday"),
    ("2026-12-28", "Boxing Day (substitute day)"),
    ("2027-12-27", "Christmas Day (substitute day)"), ("2027-03-26", "Good Friday"),
  ])
  func aBankHolidayStandsOnItsDay(_ day: String, _ name: String) throws {
    let holidays = try self.folder.bankHolidays()
    #expect(holidays.days.contains(SchoolCalendar.BankHoliday(date: try self.date(day), name: name)))
    #expect(holidays.covers.upperBound == (try self.date("2027-12-31")))
  }

  @Test func thePathwayAnswersEveryTierAtEveryAge() throws {
    let pathway = try self.folder.pathway("made-up-area")
    #expect(pathway.findings().map(\.description) == [])
    let young = try #require(pathway.rules(tier: "targeted", months: 40, year: nil).first)
    #expect(young.outcome == .programme(ProgrammeID("early-talk-group")))
    let programme = try #require(pathway.programme(ProgrammeID("early-talk-group")))
    #expect(programme.groupSize == 4...8)
    #expect(programme.sessions == 27)
    #expect(pathway.programme(ProgrammeID("therapy-block"))?.assessFirst?.minutes == 60)
    #expect(pathway.screening?.childrenAVisit == 11)
  }

  @Test func theRoundPolicyIsTheOneDescribed() throws {
    let policy = try self.folder.roundPolicy()
    #expect(policy.hidden == 1...7)
    #expect(policy.hiddenAs == "c")
    #expect(policy.roundTo == 5)
    #expect(policy.showsZero)
    #expect(policy.smallestBase == 20)
  }

  @Test func theRotaRulesHaveEveryWeight() throws {
    let rules = try self.folder.rotaRules()
    #expect(rules.weights.travel == 1)
    #expect(rules.weights.seriesStaff == 60)
    #expect(rules.weight(of: "assess") == 900)
    #expect(rules.weight(of: "tea") == nil)
    #expect(rules.rest == RotaProblem.Break(minutes: 30, earliest: 690, latest: 825, shiftOver: 360))
    #expect(rules.teachingHours(of: "primary").map(\.start.description) == ["09:00", "13:15"])
  }

  @Test func theCarryOverSaysHowWeeksFollowEachOther() throws {
    let file = try self.folder.carryOver()
    let rules = file.carryOver
    #expect(rules.historyWeeks == 12 && rules.gapCounts == .weekdays)
    #expect(rules.catchUp.sessionsAWeek == 1 && rules.catchUp.weeksOver == 3)
    #expect(rules.catchUp.raiseAWeek == 10 && rules.catchUp.mostRaised == 40)
    #expect(rules.catchUp.endAtRisk == 30 && rules.catchUp.sessionLost == 100)
    #expect(rules.fairness.lastVisitAfter == 915 && rules.fairness.homeAfter == 960)
    #expect(rules.fairness.farMinutes == 30 && rules.fairness.hardSettings.isEmpty)
    #expect((rules.fairness.drivePoints, rules.fairness.latePoints, rules.fairness.hardPoints) == (1, 60, 30))
    #expect(file.priority.running == 25 && file.priority.overdue == 50)
  }

  @Test func theTravelFormulaIsAProposalWithTheStatedNumbers() throws {
    let travel = try self.folder.travelRules()
    #expect(travel.status == .proposal)
    #expect(travel.formula == TravelFormula())
  }

  @Test func anUnknownNameIsAnsweredWithTheNearest() {
    let fault = #expect(throws: Fault.self) { try self.folder.calendar("made-up-aera") }
    #expect(fault?.code == .definitionNotFound)
    #expect(fault?.hint == "'made-up-area' was meant")
  }

  @Test(arguments: ["three-days", "every-rule"])
  func anAcceptedAnswerPlacesOrNamesEveryVisit(_ name: String) throws {
    struct Problem: Decodable {
      struct Visit: Decodable { let id: String }
      let visits: [Visit]
    }
    struct Answer: Decodable {
      struct Placed: Decodable { let visit: String }
      let assignments: [Placed]
      let unassigned: [Placed]
      let cost: Int
    }
    let decoder = JSONDecoder()
    let problem = try decoder.decode(
      Problem.self,
      from: Data(Content.text("Schedules/problems/\(name).json").utf8)
    )
    let answer = try decoder.decode(
      Answer.self,
      from: Data(Content.text("Schedules/problems/\(name).answer.json").utf8)
    )
    let told = (answer.assignments + answer.unassigned).map(\.visit)
    #expect(told.sorted() == problem.visits.map(\.id).sorted())
    #expect(answer.cost > 0)
  }
}
