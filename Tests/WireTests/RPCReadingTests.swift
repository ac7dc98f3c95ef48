// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Wire

/// Lines with what comes of them when every method but `foobar` and `foo.get` gives `19`.
@Suite struct RPCReadingTests {
  static func answers(_ line: String, batch: Int = 100) -> String? {
    let answer = { (member: RPCReading.Member) -> RPCAnswer? in
      switch member {
      case .request(let request):
        guard let id = request.id else { return nil }
        return ["foobar", "foo.get"].contains(request.method)
          ? RPCAnswer(id: id, error: .methodNotFound()) : RPCAnswer(id: id, .success(.whole(19)))
      case .refused(let answer): return answer
      case .ignored: return nil
      }
    }
    let bytes =
      switch RPCReading.read(Array(line.utf8), batch: batch) {
      case .single(let member): answer(member)?.line
      case .batch(let members): RPCAnswer.line(members.compactMap(answer))
      }
    return bytes.map { String(decoding: $0.dropLast(), as: UTF8.self) }
  }

  static func error(_ number: Int, _ message: String, _ code: String, id: String = "null") -> String {
    "{\"error\":{\"code\":\(number),\"data\":{\"code\":\"\(code)\",\"retry\":\"never\"},\"message\":\"\(message)\"},"
      + "\"id\":\(id),\"jsonrpc\":\"2.0\"}"
  }

  static func invalid(id: String = "null", _ code: String = "rpc.invalid-request") -> String {
    error(-32600, "Invalid Request", code, id: id)
  }

  static func result(id: String) -> String { "{\"id\":\(id),\"jsonrpc\":\"2.0\",\"result\":19}" }
  static func positional(id: String) -> String { error(-32602, "Invalid params", "params.by-position", id: id) }

  /// Section 7 of the specification, in its order; params by position are what we do not take.
  static let examples: [(String, String?)] = [
    (#"{"jsonrpc": "2.0", "method": "subtract", "params": [42, 23], "id": 1}"#, positional(id: "1")),
    (#"{"jsonrpc": "2.0", "method": "subtract", "params": [23, 42], "id": 2}"#, positional(id: "2")),
    (
      #"{"jsonrpc": "2.0", "method": "subtract", "params": {"subtrahend": 23, "minuend": 42}, "id": 3}"#,
      result(id: "3")
    ),
    (
      #"{"jsonrpc": "2.0", "method": "subtract", "params": {"minuend": 42, "subtrahend": 23}, "id": 4}"#,
      result(id: "4")
    ),
    (#"{"jsonrpc": "2.0", "method": "update", "params": [1,2,3,4,5]}"#, nil),
    (#"{"jsonrpc": "2.0", "method": "foobar"}"#, nil),
    (
      #"{"jsonrpc": "2.0", "method": "foobar", "id": "1"}"#,
      error(-32601, "Method not found", "rpc.unknown-method", id: "\"1\"")
    ),
    (
      #"{"jsonrpc": "2.0", "method": "foobar, "params": "bar", "baz]"#,
      error(-32700, "Parse error", "json.unexpected")
    ),
    (#"{"jsonrpc": "2.0", "method": 1, "params": "bar"}"#, invalid()),
    (
      #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"}, {"jsonrpc": "2.0", "method""#,
      error(-32700, "Parse error", "json.ends-early")
    ),
    ("[]", invalid("rpc.empty-batch")),
    ("[1]", "[\(invalid())]"),
    ("[1,2,3]", "[\(invalid()),\(invalid()),\(invalid())]"),
    (
      #"[{"jsonrpc": "2.0", "method": "sum", "params": [1,2,4], "id": "1"},"#
        + #"{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]},"#
        + #"{"jsonrpc": "2.0", "method": "subtract", "params": {"a": 42}, "id": "2"},{"foo": "boo"},"#
        + #"{"jsonrpc": "2.0", "method": "foo.get", "params": {"name": "myself"}, "id": "5"},"#
        + #"{"jsonrpc": "2.0", "method": "get_data", "id": "9"}]"#,
      "[\(positional(id: "\"1\"")),\(result(id: "\"2\"")),\(invalid()),"
        + "\(error(-32601, "Method not found", "rpc.unknown-method", id: "\"5\"")),\(result(id: "\"9\""))]"
    ),
    (
      #"[{"jsonrpc": "2.0", "method": "notify_sum", "params": [1,2,4]},"#
        + #"{"jsonrpc": "2.0", "method": "notify_hello", "params": [7]}]"#, nil
    ),
  ]

  @Test(arguments: examples)
  func anExampleOfTheSpecificationComesOutAsThere(_ line: String, _ answer: String?) {
    #expect(Self.answers(line) == answer)
  }

  @Test(arguments: [
    (#"{"jsonrpc":"2.0","method":"m","id":null}"#, invalid()),
    (#"{"jsonrpc":"2.0","method":"m","id":1.0}"#, invalid()), (#"{"jsonrpc":"2.0","method":"m","id":1e3}"#, invalid()),
    (#"{"jsonrpc":"2.0","method":"m","id":[1]}"#, invalid()), (#"{"jsonrpc":"2.0","method":"m","id":true}"#, invalid()),
    (#"{"jsonrpc":"1.0","method":"m","id":7}"#, invalid(id: "7")), (#"{"method":"m","id":"x"}"#, invalid(id: "\"x\"")),
    (#"{"jsonrpc":2.0,"method":"m","id":7}"#, invalid(id: "7")),
    (#"{"jsonrpc":"2.0","result":1,"id":7}"#, invalid(id: "7")),
    (#"{"jsonrpc":"2.0","method":"m","params":null,"id":7}"#, invalid(id: "7")),
    (#"{"jsonrpc":"2.0","method":"m","params":1}"#, invalid()), ("1", invalid()), ("\"x\"", invalid()),
    ("null", invalid()),
    (#"{"jsonrpc":"2.0","method":"m","params":[],"id":7}"#, result(id: "7")),
    (#"{"jsonrpc":"2.0","method":"m","extra":[1],"id":-1}"#, result(id: "-1")),
    (#"{"jsonrpc":"2.0","method":"m","id":""}"#, result(id: "\"\"")),
    (#"{"jsonrpc":"2.0","method":"m","id":9223372036854775807}"#, result(id: "9223372036854775807")),
    (
      #"{"jsonrpc":"2.0","method":"m","id":9223372036854775808}"#,
      error(-32700, "Parse error", "json.whole-too-large")
    ),
    (#"{"jsonrpc":"2.0","method":"m","id":1,"id":2}"#, error(-32700, "Parse error", "json.duplicate-key")),
    ("GET / HTTP/1.1", error(-32700, "Parse error", "json.unexpected")),
  ])
  func aRequestIsTakenOrAnswered(_ line: String, _ answer: String) {
    #expect(Self.answers(line) == answer)
  }

  @Test func aBatchMayReachItsLimitAndNotPassIt() {
    let batch = { (count: Int) in "[\(Array(repeating: "1", count: count).joined(separator: ","))]" }
    #expect(Self.answers(batch(100))?.hasPrefix("[") == true)
    #expect(Self.answers(batch(101)) == Self.invalid("rpc.batch-too-large"))
  }

  @Test func twoIdsAreTheSameOnlyWhenTheirBytesAre() {
    #expect(RPCID.text("1") != RPCID.whole(1))
    #expect(RPCID.text("\u{E9}") != RPCID.text("e\u{301}"))
    #expect(RPCID.text("a") == RPCID.text("a"))
  }

  @Test func whatIsWrittenByHandIsWhatTheWriterOfValuesWrites() throws {
    let answers = [
      RPCAnswer(id: .text("\"/é"), .success(.members(["b": .null, "a": .text("x")]))),
      RPCAnswer(id: .whole(3), error: .tooManyRequests(after: 7)), RPCAnswer(id: nil, error: .notSignedIn()),
    ]
    for line in answers.map(\.line) + [RPCAnswer.line(answers) ?? []] {
      let text = Array(line.dropLast())
      #expect(line.last == 0x0A)
      #expect(try JSONValue(reading: text).bytes == text)
    }
  }
}
