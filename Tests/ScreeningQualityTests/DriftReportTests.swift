// SPDX-License-Identifier: Apache-2.0

import ScreeningQuality
import Testing
import Vocabulary

/// Figures worked out by hand or with Python's numpy, not with the code under test.
@Suite struct DriftReportTests {
  private func rows(_ rater: String, _ scores: [Double], at setting: String = "S") throws -> [RatedChild] {
    let date = try #require(CivilDate("2026-11-16"))
    return scores.enumerated().map {
      RatedChild(child: "\(rater)\($0.offset)", rater: rater, setting: setting, testDate: date, score: $0.element)
    }
  }

  @Test func aRatersChildrenAreComparedWithTheOthersAtTheSetting() throws {
    // Means 104.5 and 99.5; pooled variance 82.5·2/18 = 9.1667; weight 100/20 = 5.
    let report = DriftReport(
      try self.rows("A", (100..<110).map(Double.init)) + self.rows("B", (95..<105).map(Double.init)))
    let line = try #require(report.lines.first)
    #expect(line.rater == "A" && line.term == "2026/27 autumn" && line.children == 10 && line.others == 10)
    guard case .told(let value, let low?, let high?, 10) = line.difference else {
      Issue.record("\(line.difference)")
      return
    }
    #expect(abs(value - 1.651_445_647_689_541_2) < 1e-9)
    #expect(abs(low - 0.774_923_107_1) < 1e-6 && abs(high - 2.527_968_188_3) < 1e-6)
  }

  @Test func aRaterAloneAtASettingCannotBeToldFromTheChildren() throws {
    let report = DriftReport(
      try self.rows("A", [Double](repeating: 100, count: 30)) + self.rows("B", [90, 95], at: "T"))
    #expect(
      report.lines.map(\.difference)
        == [Figure](
          repeating: .cannotTell(
            reason: "too few children at settings that another rater screened too", n: 0, needed: 10), count: 2))
  }

  @Test(arguments: [(0, ChangeReport.Dose.none), (1, .few), (9, .few), (10, .some), (19, .some), (20, .many)])
  func dosesAreCountedByTheirEdges(_ sessions: Int, _ dose: ChangeReport.Dose) {
    #expect(ChangeReport.Dose(sessions: sessions) == dose)
  }

  @Test func theFirstScreeningOfAChildCounts() throws {
    let date = try #require(CivilDate("2027-02-01"))
    var rows = try self.rows("A", [100])
    var later = rows[0]
    later.testDate = date
    later.score = 120
    rows.insert(later, at: 0)
    #expect(rows.firstOfEachChild.map(\.score) == [100])
  }
}
