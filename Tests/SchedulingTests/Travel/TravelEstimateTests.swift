// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct TravelEstimateTests {
  static func places() -> [TravelEstimate.Place] {
    [
      .init(id: PlaceID("base"), coordinate: Coordinate(latitude: 52.67, longitude: -2.44), isBase: true),
      .init(id: PlaceID("near"), coordinate: Coordinate(latitude: 52.68, longitude: -2.45)),
      .init(id: PlaceID("far"), coordinate: Coordinate(latitude: 52.80, longitude: -2.60)),
      .init(id: PlaceID("somewhere"), coordinate: nil),
    ]
  }

  @Test func theWayToABaseHasNoSigningIn() {
    let estimate = TravelEstimate(places: Array(Self.places().prefix(2)), step: 1)
    #expect(estimate.table[0, 1] == estimate.table[1, 0] + 5)
    #expect(estimate.table[0, 0] == 0)
  }

  @Test func theMatrixStandsInPlaceOfTheFormulaAndStopsAreAdded() throws {
    let matrix = try TravelMatrix([.init(origin: PlaceID("base"), destination: PlaceID("near"), minutes: 31)])
    let estimate = TravelEstimate(places: Self.places(), matrix: matrix, step: 5)
    #expect(estimate.source(from: 0, to: 1) == .matrix)
    #expect(estimate.source(from: 1, to: 0) == .matrix)
    #expect(estimate.source(from: 0, to: 2) == .formula)
    #expect(estimate.source(from: 2, to: 2) == .samePlace)
    #expect(estimate.table[0, 1] == 40)
    #expect(estimate.table[1, 0] == 35)
    #expect(estimate.count(from: .matrix) == 2)
    #expect(estimate.count(from: .formula) == 4)
  }

  @Test func aPlaceWithoutAPositionIsAsFarAsTheLongestJourney() {
    let estimate = TravelEstimate(places: Self.places(), step: 1)
    #expect(estimate.count(from: .longest) == 6)
    #expect(estimate.unlocated == [PlaceID("somewhere")])
    #expect(estimate.table[1, 3] == estimate.table[0, 2])
    #expect(estimate.table.minutes.max() == Int32(estimate.table[1, 3]))
  }

  @Test func everyTimeIsAMultipleOfTheStep() {
    for step in [1, 5, 15] {
      let estimate = TravelEstimate(places: Self.places(), step: step)
      #expect(estimate.table.minutes.allSatisfy { $0 % Int32(step) == 0 })
    }
  }

  @Test func noPlacesMakeAnEmptyTable() {
    #expect(TravelEstimate(places: [], step: 5).table.count == 0)
  }
}
