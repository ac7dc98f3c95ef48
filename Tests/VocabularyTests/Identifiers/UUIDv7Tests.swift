// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct UUIDv7Tests {
  @Test func theVersionAndVariantStandInTheirPlaces() {
    var random = SeededGenerator(seed: 5)
    for millisecond in 0..<500 {
      let instant = Instant(microseconds: 1_796_030_100_000_000 + millisecond * 1000)
      let text = Array(UUIDv7.text(at: instant, random: (random.next(), random.next())))
      #expect(text.count == 36)
      #expect([8, 13, 18, 23].allSatisfy { text[$0] == "-" })
      #expect(text[14] == "7")
      #expect("89ab".contains(text[19]))
    }
  }

  @Test func idsOfLaterMillisecondsSortLater() {
    var random = SeededGenerator(seed: 6)
    let ids = (0..<500).map { millisecond in
      UUIDv7.text(
        at: Instant(microseconds: 1_796_030_100_000_000 + millisecond * 1000),
        random: (random.next(), random.next())
      )
    }
    #expect(ids.sorted() == ids)
    #expect(Set(ids).count == ids.count)
  }

  /// The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
  @Test func theExampleOfTheStandardComesOut() {
    let instant = Instant(microseconds: 0x017F_22E2_79B0 * 1000)
    #expect(
      UUIDv7.text(at: instant, random: (0xCC3, 0x18C4_DC0C_0C07_398F))
        == "017f22e2-79b0-7cc3-98c4-dc0c0c07398f"
    )
  }
}
