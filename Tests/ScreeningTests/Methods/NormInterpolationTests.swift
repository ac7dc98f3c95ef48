// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

/// z of 11 points by month. Between two rows with two on either side the cubic numbers are from rcpchgrowth 4.6.5,
/// `cubic_interpolation`; at the ends, and with two or three rows, from scipy 1.17.1, `BarycentricInterpolator`
/// through the nearest rows; straight lines from `numpy.interp`.
@Suite struct NormInterpolationTests {
  static let demo = OpenDemo.definition.norms[0].rows
  static let irregular = rows([
    (36, 1.3, 9, 0.3), (37, 1.1, 9.9, 0.28), (45, 0.2, 12, 0.25), (46, -0.4, 12.1, 0.22), (60, -0.7, 16.5, 0.19),
    (71, -0.2, 18, 0.17),
  ])
  static let three = rows([(36, 1.1, 9, 0.3), (50, 0.4, 14, 0.2), (71, 0.8, 17.8, 0.17)])
  static let two = rows([(36, 1.1, 9, 0.3), (71, 0.8, 17.8, 0.17)])

  static func rows(_ rows: [(Double, Double, Double, Double)]) -> [NormTable.Row] {
    rows.map { NormTable.Row(ageMonths: $0.0, l: $0.1, m: $0.2, s: $0.3) }
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    let rows: [NormTable.Row]
    let interpolate: NormTable.Interpolation
    let scores: [(Int, Double)]
    var testDescription: String { self.name }
  }

  static let cases = [
    Case(
      name: "cubic", rows: demo, interpolate: .cubic,
      scores: [
        (36, 0.7484738836315211), (39, 0.2991272851326265), (41, 0.048852171177304615), (47, -0.5752646756493278),
        (48, -0.6679389312977096), (50, -0.8457514004945523), (53, -1.0980577345982805), (57, -1.411867792880408),
        (63, -1.8336708738649412), (65, -1.9605188880186397), (67, -2.080646489085126), (71, -2.2997102119052415),
      ]),
    Case(
      name: "cubic over uneven rows", rows: irregular, interpolate: .cubic,
      scores: [
        (36, 0.7642599447284193), (40, -0.14037360976136506), (44, -0.29836781167215787),
        (45, -0.3450346068770793), (50, -1.2487233795316484), (59, -2.550524958184273), (61, -2.3717980571585326),
        (70, -2.6097473691111865), (71, -3.044388664703964),
      ]),
    Case(
      name: "three rows", rows: three, interpolate: .cubic,
      scores: [
        (36, 0.7484738836315211), (40, 0.13101953479059153), (49, -1.024969153729319), (50, -1.1494770065770332),
        (60, -2.2002011318503056), (71, -2.3498405494177987),
      ]),
    Case(
      name: "two rows", rows: two, interpolate: .cubic,
      scores: [
        (36, 0.7484738836315211), (50, -0.4901598035238233), (70, -2.2393508945250202), (71, -2.3498405494177987),
      ]),
    Case(
      name: "linear", rows: demo, interpolate: .linear,
      scores: [(36, 0.7484738836315211), (37, 0.5956029776622354), (50, -0.8351980005816161), (71, -2.292891360342249)]),
    Case(
      name: "none", rows: demo, interpolate: .none,
      scores: [
        (36, 0.7484738836315211), (41, 0.7484738836315211), (42, -0.06610787200864962), (47, -0.06610787200864962),
        (71, -2.0214361631607156),
      ]),
  ]

  @Test(arguments: cases) func rowsAreJoinedAsTheTableSays(_ example: Case) throws {
    let definition = Small.definition(
      [Small.number],
      [("raw", Small.sum("N")), ("z", .lms(LMSScore(norms: NormsID("all"), of: ScoreName("raw"))))]
    ) {
      $0.norms = [
        NormTable(
          id: NormsID("all"), interpolate: example.interpolate, file: "n.csv", sha256: .zero, rows: example.rows)
      ]
    }
    for (months, z) in example.scores {
      let result = try definition.result("N1 11", months: months)
      #expect(isClose(result.number("z"), z, within: 1e-10), "\(months) months")
    }
  }

  /// Worked in Python from the three formulas of the World Health Organization's 2006 report; the first rows are its
  /// weight-for-age norm of newborn boys.
  @Test(
    arguments: [
      (-0.3521, 3.3464, 0.14602, 1.8, -4.386859050831426), (-0.3521, 3.3464, 0.14602, 2.1, -3.411657011692511),
      (-0.3521, 3.3464, 0.14602, 2.4, -2.4150921837783086), (-0.3521, 3.3464, 0.14602, 3.3464, 0),
      (-0.3521, 3.3464, 0.14602, 4.4, 1.787036360239886), (-0.3521, 3.3464, 0.14602, 6, 3.7397796407985067),
      (0, 20, 0.15, 10, -4.3337344656860655), (0, 20, 0.15, 33, 3.373937062863491),
      (0, 20, 0.15, 40, 4.976109587462867),
      (1.2, 14, 0.2, 3, -3.564361549251069), (1.2, 14, 0.2, 5, -2.9555133559259033),
      (1.2, 14, 0.2, 22.4, 3.1548790789216583), (1.2, 14, 0.2, 25, 4.158930602523204),
    ] as [(Double, Double, Double, Double, Double)]
  )
  func beyondThreeDeviationsTheStepIsThatFromTwoToThree(_ l: Double, _ m: Double, _ s: Double, _ x: Double, _ z: Double)
  {
    #expect(isClose(LMS(l: l, m: m, s: s).zScore(of: x, tails: .sd23), z, within: 1e-10))
  }

  @Test func theTailsJoinTheCurveAtThreeDeviations() throws {
    for l in [-1.2, 0, 0.7] {
      let norm = LMS(l: l, m: 13.6, s: 0.09)
      for side in [-1.0, 1] {
        let edge = try #require(norm.measurement(atZ: 3 * side))
        for step in [-1e-9, 0, 1e-9] {
          #expect(isClose(norm.zScore(of: edge + step, tails: .sd23), 3 * side, within: 1e-7))
        }
      }
    }
  }
}
