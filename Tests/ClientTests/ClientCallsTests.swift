// SPDX-License-Identifier: Apache-2.0

import Client
import StrictJSON
import Testing
import Vocabulary
import Wire

/// Lines in, answers out, however the bytes fall.
@Suite struct ClientCallsTests {
  /// What comes of a text: `1:{…}` for an answer, `2!code` for a refusal, `method` for what is told, `!code` for all.
  private static func outcome(
    _ text: String, after calls: Int = 2, pieces: Int = .max
  ) throws -> [String] {
    var client = ClientCalls()
    for number in 0..<calls { _ = client.call("m.\(number)", JSONObject()) }
    var (rest, told) = (Array(text.utf8)[...], [String]())
    while !rest.isEmpty {
      for event in try client.received(Array(rest.prefix(pieces))) {
        switch event {
        case .answered(let id, .success(let value)):
          told.append("\(id):\(String(decoding: value.bytes, as: UTF8.self))")
        case .answered(let id, .failure(let fault)): told.append("\(id)!\(fault.code.name) \(fault.code.kind)")
        case .told(let notification): told.append(notification.method)
        case .refused(let fault): told.append("!\(fault.code.name)")
        }
      }
      rest = rest.dropFirst(pieces)
    }
    return told
  }

  static let lines: KeyValuePairs<String, [String]> = [
    #"{"id":1,"jsonrpc":"2.0","result":{"a":1}}"#: [#"1:{"a":1}"#],
    // In any order.
    #"{"id":2,"result":2}"# + "\n" + #"{"id":1,"result":1}"#: ["2:2", "1:1"],
    // An answer that nobody waits for.
    #"{"id":9,"result":2}"#: [],
    // Answered once.
    #"{"id":1,"result":1}"# + "\n" + #"{"id":1,"result":2}"#: ["1:1"],
    #"{"jsonrpc":"2.0","method":"session.ping","params":{}}"#: ["session.ping"],
    #"{"error":{"code":-32003,"message":"Not allowed","data":{"code":"access.refused"}},"id":1}"#: [
      "1!access.refused notAllowed"
    ],
    #"{"error":{"code":-32010,"message":"x","data":{"code":"store.busy","retry":"after"}},"id":2}"#: [
      "2!store.busy unavailable"
    ],
    #"{"error":{"code":-32014,"message":"x","data":{"code":"record.not-valid"}},"id":2}"#: [
      "2!record.not-valid badInput"
    ],
    #"{"error":{"code":-1},"id":2}"#: ["2!service.refused defect"],
    #"{"error":{"code":-32700,"data":{"code":"json.depth"}},"id":null}"#: ["!json.depth"],
  ]

  @Test(arguments: Self.lines.map { $0.key }, [1, 7, Int.max])
  func everyAnswerGoesToItsCallHoweverTheBytesFall(_ text: String, _ pieces: Int) throws {
    let wanted = try #require(Self.lines.first { $0.key == text }?.value)
    #expect(try Self.outcome(text + "\n", pieces: pieces) == wanted)
  }

  @Test(arguments: ["HTTP/1.1 400 Bad Request\n", "[1]\n", "{\"id\":1}\n", "{}\n", "\u{15}\u{3}\u{3}\n"])
  func whatSpeaksOtherwiseIsNoServiceOfOurs(_ text: String) throws {
    let fault = #expect(throws: Fault.self) { try Self.outcome(text) }
    #expect(fault?.code == .serviceNotElsec)
  }

  @Test func anAnswerThatWasGivenUpIsPassedOver() throws {
    var client = ClientCalls()
    let (id, line) = client.call("child.get", ["child": .text("c1")])
    #expect(String(decoding: line, as: UTF8.self).hasSuffix("\n"))
    client.forget(id)
    #expect(client.waiting.isEmpty)
    #expect(try client.received(Array("{\"id\":\(id),\"result\":1}\n".utf8)).isEmpty)
  }

  @Test func whatAPersonTypedIsNeverInAFault() throws {
    var client = ClientCalls()
    let (id, _) = client.call("child.put", ["givenName": .text("Canary")])
    let line =
      #"{"error":{"code":-32602,"data":{"code":"params.kind","path":"birthDate","hint":"maybe: look"}},"id":ID}"#
    let events = try client.received(Array((line.replacing("ID", with: "\(id)") + "\n").utf8))
    guard case .answered(_, .failure(let fault))? = events.first else {
      Issue.record("no refusal came")
      return
    }
    #expect(fault.place == "birthDate" && fault.hint == "look")
    #expect(!"\(fault)".contains("Canary"))
  }
}

@Suite struct ServiceAddressTests {
  @Test(arguments: ["127.0.0.1", "::1", "localhost"]) func plainTextStaysOnTheMachine(_ host: String) throws {
    _ = try ServiceAddress(host: host, port: 4710, transport: .plain)
    let fault = #expect(throws: Fault.self) {
      try ServiceAddress(host: "service.example", port: 4710, transport: .plain)
    }
    #expect(fault?.code == .serviceNotLoopback)
  }

  @Test func anAddressIsWrittenAsOneTypesIt() throws {
    #expect(try ServiceAddress(host: "::1", port: 1, transport: .plain).description == "[::1]:1")
    #expect(try ServiceAddress(host: "a.example", port: 1, transport: .tls(.init())).description == "a.example:1")
  }
}
