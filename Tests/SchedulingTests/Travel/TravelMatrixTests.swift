// SPDX-License-Identifier: Apache-2.0

import Scheduling
import Testing
import Vocabulary

@Suite struct TravelMatrixTests {
  private func row(_ from: String, _ to: String, _ minutes: Int, _ date: String? = nil) -> TravelMatrix.Row {
    TravelMatrix.Row(
      origin: PlaceID(from),
      destination: PlaceID(to),
      minutes: minutes,
      source: "recorded",
      date: date.flatMap { CivilDate($0) }
    )
  }

  @Test func theWayBackIsTakenWhenOnlyThatIsKnown() throws {
    let matrix = try TravelMatrix([row("a", "b", 12), row("b", "c", 9), row("c", "b", 7)])
    #expect(matrix.row(from: PlaceID("b"), to: PlaceID("a"))?.minutes == 12)
    #expect(matrix.row(from: PlaceID("b"), to: PlaceID("c"))?.minutes == 9)
    #expect(matrix.row(from: PlaceID("c"), to: PlaceID("b"))?.minutes == 7)
    #expect(matrix.row(from: PlaceID("a"), to: PlaceID("c")) == nil)
    #expect(matrix.count == 3)
  }

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0]])
  func theLatestDateCounts(_ order: [Int]) throws {
    let rows = [row("a", "b", 10), row("a", "b", 14, "2026-11-01"), row("a", "b", 12, "2026-10-01")]
    #expect(try TravelMatrix(order.map { rows[$0] }).row(from: PlaceID("a"), to: PlaceID("b"))?.minutes == 14)
  }

  @Test func twoTimesOfOneDateAreRefused() {
    let fault = #expect(throws: Fault.self) { try TravelMatrix([row("a", "b", 10), row("a", "b", 11)]) }
    #expect(fault?.code == .travelMatrixInvalid)
    #expect(fault?.place == "rows[1]")
    #expect(fault?.message == "the journey from a to b stands twice, with 10 and 11 minutes")
  }

  @Test(arguments: [-1, 601])
  func aTimeThatCannotBeIsRefused(_ minutes: Int) {
    let fault = #expect(throws: Fault.self) { try TravelMatrix([row("a", "b", minutes)]) }
    #expect(fault?.place == "rows[0].minutes")
  }
}
