// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary

/// Members taken by name and kind, and the paths of those that are not as they should be.
@Suite struct AccessTests {
  static func members(_ text: String) throws -> JSONMembers {
    try JSONMembers(JSONValue(reading: Array(text.utf8)))
  }

  @Test func whatIsThereIsGiven() throws {
    let members = try Self.members(
      #"{"t":"x","n":7,"b":true,"l":[1],"o":{"deep":{"t":"y"}},"r":[{"n":1},{"n":2}],"nothing":null}"#)
    #expect(try members.text("t") == "x")
    #expect(try members.whole("n") == 7)
    #expect(try members.whole("n", in: 7...7) == 7)
    #expect(try members.bool("b"))
    #expect(try members.list("l") == [.whole(1)])
    #expect(try members.members("o").members("deep").text("t") == "y")
    #expect(try members.objects("r").map { try $0.whole("n") } == [1, 2])
    #expect(try members.optionalText("nothing") == nil)
    #expect(try members.optionalWhole("absent") == nil)
    #expect(try members.optionalMembers("absent") == nil)
  }

  @Test(arguments: [
    ("{}", "answers"), (#"{"answers":null}"#, "answers"), (#"{"answers":[]}"#, "answers"),
    (#"{"answers":{}}"#, "answers.U3"), (#"{"answers":{"U3":"2"}}"#, "answers.U3"),
    (#"{"answers":{"U3":2.0}}"#, "answers.U3"), (#"{"answers":{"U3":4}}"#, "answers.U3"),
  ])
  func aRefusalNamesThePath(_ text: String, _ path: String) throws {
    let fault = #expect(throws: Fault.self) { try Self.members(text).members("answers").whole("U3", in: 0...3) }
    #expect(fault?.place == path)
    #expect(fault?.code == .malformed)
  }

  @Test func anObjectOfAListIsNamedByItsPlace() throws {
    let fault = #expect(throws: Fault.self) {
      try Self.members(#"{"records":[{"n":1},{"n":false}]}"#).objects("records").map { try $0.whole("n") }
    }
    #expect(fault?.place == "records[1].n")
  }

  @Test func anUnknownMemberIsRefusedWithoutItsName() throws {
    let members = try Self.members(#"{"date":1,"Mary Smith":2}"#)
    try members.refuseOthers(than: ["date", "Mary Smith"])
    let fault = #expect(throws: Fault.self) { try members.refuseOthers(than: ["date", "child"]) }
    #expect(fault?.description.contains("Mary") == false)
    #expect(fault?.description.contains("member 2") == true)
  }
}
