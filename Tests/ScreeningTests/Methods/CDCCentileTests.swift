// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

/// The growth charts of the US Centers for Disease Control and Prevention (2000) print L, M, S and nine or ten
/// centiles for every half month: an oracle that owes nothing to this code.
@Suite struct CDCCentileTests {
  /// z of the printed centiles, from scipy 1.17.1, `norm.ppf`.
  static let scores = [
    "P3": -1.880793608151251, "P5": -1.6448536269514729, "P10": -1.2815515655446004, "P25": -0.6744897501960817,
    "P50": 0, "P75": 0.6744897501960817, "P85": 1.0364333894937898, "P90": 1.2815515655446004,
    "P95": 1.6448536269514729, "P97": 1.880793608151251,
  ]
  static let names = ["P3", "P5", "P10", "P25", "P50", "P75", "P90", "P95", "P97"]

  static let sample: [(file: String, lms: LMS, centiles: [Double])] = [
    (
      "stature, boys, 24.5 months", LMS(l: 1.00720807, m: 86.86160934, s: 0.040395626),
      [
        80.26037074, 81.08868489, 82.36400989, 84.49470553, 86.86160934, 89.22804829, 91.35753004, 92.63176749,
        93.45923029,
      ]
    ),
    (
      "stature, girls, 119.5 months", LMS(l: 0.261885086, m: 137.7691339, s: 0.048519011),
      [
        125.6144133, 127.0939883, 129.3973496, 133.3147302, 137.7691339, 142.3324443, 146.5340936, 149.0919854,
        150.7707169,
      ]
    ),
    (
      "weight, boys, 82.5 months", LMS(l: -1.210475099, m: 22.75929558, s: 0.145996289),
      [
        17.95560314, 18.4334803, 19.22710346, 20.73745116, 22.75929558, 25.27531174, 28.13817063, 30.2262764,
        31.77756321,
      ]
    ),
    (
      "weight, girls, 240.5 months", LMS(l: -1.51336185, m: 58.21897289, s: 0.166644749),
      [
        45.04654822, 46.28963394, 48.38346004, 52.47876433, 58.21897289, 65.85237979, 75.35164989, 82.95375457,
        89.04485133,
      ]
    ),
  ]

  private func check(_ lms: LMS, _ name: String, _ printed: Double, _ place: String) throws {
    let z = try #require(Self.scores[name])
    let made = try #require(lms.measurement(atZ: z), "\(place) \(name)")
    #expect(abs(made - printed) < 1e-6, "\(place) \(name)")
    let back = try #require(lms.zScore(of: made))
    #expect(abs(back - z) < 1e-9, "\(place) \(name)")
    // The printed centile has at most 8 decimals.
    let read = try #require(lms.zScore(of: printed))
    #expect(abs(read - z) < 1e-6, "\(place) \(name)")
  }

  @Test func sampledRowsGiveThePrintedCentiles() throws {
    for row in Self.sample {
      for (name, printed) in zip(Self.names, row.centiles) { try self.check(row.lms, name, printed, row.file) }
    }
  }

  @Test(
    .enabled(if: Shared.has("golden/screening/lms/cdc_statage.csv")),
    arguments: [("cdc_statage", 9), ("cdc_wtage", 9), ("cdc_bmiage", 10)]
  )
  func everyRowGivesEveryPrintedCentile(_ file: String, _ columns: Int) throws {
    let rows = try Shared.rows("golden/screening/lms/\(file).csv")
    let names = try #require(rows.first)
    var checked = 0
    for row in rows.dropFirst() {
      guard let l = Double(row[2]), let m = Double(row[3]), let s = Double(row[4]) else { continue }
      let centiles = zip(names, row).filter { $0.0.hasPrefix("P") }
      #expect(centiles.count == columns)
      for (name, cell) in centiles {
        try self.check(LMS(l: l, m: m, s: s), name, try #require(Double(cell)), "\(file) \(row[0]) \(row[1])")
        checked += 1
      }
    }
    #expect(checked >= 430 * columns)
  }
}
