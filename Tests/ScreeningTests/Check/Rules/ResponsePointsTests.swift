// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Test func responsesDifferInPointsAndCanBeTyped() {
  let rule = "screener.responses"
  #expect(
    findings(of: rule) { $0.responses[1] = OpenDemo.responses("try", [("C", 1), ("I", 1), ("NR", nil)]) }
      == ["responses.try: the responses of try do not differ in points"]
  )
  #expect(
    findings(of: rule) { $0.responses[1] = OpenDemo.responses("try", [("C", nil)]) }
      == ["responses.try: the responses of try do not differ in points"]
  )
  #expect(
    findings(of: rule) { $0.responses[1].options[0].value = .points(1001) }
      == ["responses.try.C: C is worth 1001 points"]
  )
  #expect(
    findings(of: rule) {
      $0.responses[1].options.append(ResponseSet.Option(code: ResponseCode("c"), value: .missing))
    }
      == ["responses.try: the codes of try have no key each"]
  )
}

@Test func numbersRunUpwardsAndAreNotTooMany() {
  let rule = "screener.responses"
  func numbers(_ lowest: Int, _ highest: Int) -> [String] {
    findings(of: rule) {
      $0.responses[1] = ResponseSet(id: ResponseSetID("try"), numbers: InclusiveRange(lowest, highest))
    }
  }
  #expect(numbers(40, 160) == [])
  #expect(numbers(0, 999) == [])
  let many = "responses.try: the numbers of try run the wrong way, or are more than 1000"
  #expect(numbers(0, 1000) == [many])
  #expect(numbers(160, 40) == [many])
  #expect(numbers(.min, .max) == [many])
  #expect(numbers(40, 40) == ["responses.try: the responses of try do not differ in points"])
  #expect(numbers(990, 1010) == ["responses.try: the numbers of try are 990 to 1010"])
}
