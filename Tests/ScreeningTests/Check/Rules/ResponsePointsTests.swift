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
