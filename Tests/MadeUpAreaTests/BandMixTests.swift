// SPDX-License-Identifier: Apache-2.0

import Glibc
import MadeUpArea
import Testing
import Vocabulary

/// The bands of the made-up answers, by a scorer of this test's own: administration, sums, prorating, LMS
/// and cuts of `elsec.open-demo` 1.2, written apart from the one that made them.
struct BandMixTests {
  static let area = FictionalArea(seed: 1)

  static let norms: [(age: Double, l: Double, m: Double, s: Double)] = [
    (36, 1.10, 9.0, 0.300), (42, 1.05, 11.2, 0.270), (48, 1.00, 13.1, 0.240), (54, 0.95, 14.7, 0.215),
    (60, 0.90, 16.0, 0.195), (66, 0.85, 17.0, 0.180), (72, 0.80, 17.8, 0.170),
  ]

  static func band(_ answers: FictionalAnswers, months: Int) -> String? {
    let codes = (1...8).map { answers.codes["U\($0)"] }
    let credited = codes.firstIndex { $0 != nil } ?? 0
    var (points, wrong) = (credited, 0)
    for code in codes.dropFirst(credited) where wrong < 3 {
      points += code == "C" ? 1 : 0
      wrong = code == "C" ? 0 : wrong + 1
    }
    let values = ["ALW": 2, "SOM": 1, "NEV": 0]
    let seen = (1...6).compactMap { answers.codes["E\($0)"].flatMap { values[$0] } }
    guard seen.count >= 5 else { return nil }
    points += Int((Double(seen.reduce(0, +)) / Double(seen.count) * 6 + 0.5).rounded(.down))
    let age = Double(months)
    guard let high = norms.firstIndex(where: { $0.age > age }), high > 0 else { return nil }
    let (a, b) = (norms[high - 1], norms[high])
    let share = (age - a.age) / (b.age - a.age)
    let (l, m, s) = (a.l + share * (b.l - a.l), a.m + share * (b.m - a.m), a.s + share * (b.s - a.s))
    let score = (100 + 15 * (pow(Double(points) / m, l) - 1) / (l * s) + 0.5).rounded(.down)
    return score < 82 ? "red" : score < 90 ? "amber" : "green"
  }

  @Test func theScorerOfThisTestGivesTheWorkedExample() {
    let codes = [
      "U3": "C", "U4": "C", "U5": "I", "U6": "C", "U7": "I", "U8": "I", "E1": "ALW", "E2": "SOM", "E3": "NOB",
      "E4": "SOM", "E5": "NEV", "E6": "SOM",
    ]
    let answers = FictionalAnswers(testDate: CivilDate(dayNumber: 20_000), codes: codes)
    #expect(Self.band(answers, months: 50) == "amber")
  }

  @Test(arguments: [
    (FictionalCycle.earlier, "N2", false, [45, 28, 27]), (.earlier, "N2", true, [70, 14, 16]),
    (.earlier, "R", false, [31, 29, 40]), (.earlier, "R", true, [85, 8, 7]),
    (.current, "N2", false, [45, 28, 27]), (.current, "R", false, [31, 29, 40]),
  ]) func bandsComeOutAsPublished(
    _ cycle: FictionalCycle,
    _ year: String,
    _ isFollowUp: Bool,
    _ percent: [Int]
  ) throws {
    var counts = ["green": 0, "amber": 0, "red": 0]
    for child in Self.area.children
    where child.cycle == cycle && child.yearGroup == year && child.homeLanguage == "ENG" {
      guard let answers = isFollowUp ? child.followUp : child.baseline,
        let age = Age(from: child.birthDate, to: answers.testDate, by: .calendar),
        let band = Self.band(answers, months: age.completedMonths)
      else { continue }
      counts[band, default: 0] += 1
    }
    let total = counts.values.reduce(0, +)
    #expect(total > 200)
    for (band, expected) in zip(["green", "amber", "red"], percent) {
      let share = 100 * Double(try #require(counts[band])) / Double(total)
      #expect(abs(share - Double(expected)) <= 5, "\(band): \(share) for \(expected)")
    }
  }
}
