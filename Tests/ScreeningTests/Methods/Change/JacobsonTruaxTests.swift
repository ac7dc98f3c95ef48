// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing

@Suite struct JacobsonTruaxTests {
  /// Jacobson and Truax (1991): 47.5 to 32.5 with SD 7.5 and r .80 gives SEM 3.35, Sdiff 4.74 and RC −3.16.
  @Test func theWorkedExampleOfThePaper() throws {
    let method = try #require(JacobsonTruax(sd: 7.5, reliability: 0.8))
    let change = try #require(method.change(try compared(47.5, 32.5)))
    #expect(isClose(change.standardError, 4.743_416_490_252_569))
    #expect(isClose(change.index, -3.162_277_660_168_379))
    #expect(change.verdict == .worse)
  }

  @Test func tenStandardScorePointsAreNotYetReliable() throws {
    let change = try #require(JacobsonTruax(sd: 15, reliability: 0.9)?.change(try compared(78, 88)))
    #expect(isClose(change.index, 1.490_711_984_999_86))
    #expect(change.verdict == .noReliableChange)
    #expect(try #require(JacobsonTruax(sd: 15, reliability: 0.9)).change(try compared(78, 78))?.index == 0)
  }

  @Test(arguments: [
    (15.0, 1.0, 1.96), (15, 0, 1.96), (0, 0.5, 1.96), (.infinity, 0.5, 1.96), (15, 0.5, 0), (15, .nan, 1.96),
  ])
  func aTestWithoutErrorHasNoMethod(_ sd: Double, _ reliability: Double, _ criterion: Double) {
    #expect(JacobsonTruax(sd: sd, reliability: reliability, criterion: criterion) == nil)
  }
}
