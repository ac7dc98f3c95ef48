// SPDX-License-Identifier: Apache-2.0

import Testing
import Wire

@testable import Server

/// One set of talks, held in memory and over a socket.
@Suite struct ScenarioTests {
  private static let (opening, call) = (Scenario.opening, Scenario.call)
  private static func list(_ id: Int) -> String { Scenario.call(id, "screener.list", "{}") }

  static let all = [
    Scenario(
      "calls are answered by id", .says([opening, list(1), call(2, "session.ping", "{}"), list(3)]),
      .hears(["0:ok"]), .hearsAll(["1:ok", "2:ok", "3:ok"])),
    Scenario(
      "a line may come in pieces, and with CR", .sends(#"{"jsonrpc":"2.0","method":"#), .waits(milliseconds: 20),
      .sends("\"session.ping\",\"id\":1}\r\n\n\r\n"), .hears(["1:ok"])),
    Scenario(
      "ping and discover come before the sign-in",
      .says([call(1, "session.ping", "{}"), call(2, "rpc.discover", "{}")]), .hearsAll(["1:ok", "2:ok"]),
      .says([opening]), .hears(["0:ok"]), .says([opening.replacing("0}", with: "5}")]),
      .hears(["5!-32600 session.already-open"])),
    Scenario(
      "anything else first ends it", .says([list(1), opening]),
      .hears(["1!-32001 session.not-signed-in"]), .isCut),
    Scenario(
      "HTTP first ends it", .sends("GET / HTTP/1.1\r\nHost: a\r\n\r\n"), .hears(["null!-32700 json.unexpected"]),
      .isCut),
    Scenario(
      "another protocol ends it", .says([opening.replacing("elsec/1", with: "elsec/9")]),
      .hears(["0!-32602 params.kind"]), .isCut),
    Scenario(
      "a wrong token ends it", .says([opening.replacing("TOKEN", with: "guess"), list(1)]),
      .hears(["0!-32001 access.unknown-person"]), .isCut),
    Scenario(
      "who says nothing is cut", limits: { $0.opening = 100 }, .hears(["null!-32001 session.not-signed-in"]),
      .isCut),
    Scenario(
      "who ends no line is cut", limits: { $0.lineTime = 100 }, .says([opening]), .hears(["0:ok"]), .sends("{"),
      .isCut),
    Scenario(
      "who is idle is asked, then cut", limits: { ($0.ping, $0.idle) = (400, 1_000) }, .says([opening]),
      .hears(["0:ok", "session.ping"]), .says([call(1, "session.ping", "{}")]),
      .hears(["1:ok", "session.ping", "session.ping"]), .isCut),
    Scenario(
      "a batch has one answer", .says([opening, "[\(list(1)),\(call(2, "session.ping", "{}")),5]"]),
      .hears(["0:ok", "[1:ok 2:ok null!-32600 rpc.invalid-request]"])),
    Scenario("an empty batch is none", .says([opening, "[]"]), .hears(["0:ok", "null!-32600 rpc.empty-batch"])),
    Scenario(
      "a batch too large is none", limits: { $0.batch = 2 },
      .says([opening, "[\(list(1)),\(list(2)),\(list(3))]", list(4)]),
      .hears(["0:ok"]), .hearsAll(["null!-32600 rpc.batch-too-large", "4:ok"])),
    Scenario(
      "an id in flight is not taken again", .says([opening]), .hears(["0:ok"]), .says([list(1), list(1)]),
      .hearsAll(["1:ok", "null!-32600 rpc.duplicate-id"]), .says([list(1)]), .hears(["1:ok"])),
    Scenario(
      "a notification has no answer",
      .says([opening, #"{"jsonrpc":"2.0","method":"screener.list"}"#, Scenario.cancel(9), list(1)]),
      .hears(["0:ok", "1:ok"])),
    Scenario(
      "what can't be read is told, and the talk goes on",
      .says([opening, "{", #"{"a":1,"a":1}"#, #"{"jsonrpc":"2.0","method":"none","id":1}"#]),
      .hears(["0:ok"]),
      .hearsAll(["null!-32700 json.ends-early", "null!-32700 json.duplicate-key", "1!-32601 rpc.unknown-method"]),
      .says([list(2)]), .hears(["2:ok"])),
    Scenario(
      "a line at the limit is taken, one past it ends it", limits: { $0.line = 300 },
      .says([opening, Scenario.ping(1, bytes: 300)]), .hears(["0:ok", "1:ok"]),
      .says([Scenario.ping(2, bytes: 301), list(3)]), .hears(["null!-32002 wire.line-too-long"]), .isCut),
    Scenario(
      "nesting has a limit",
      .says([
        opening,
        call(1, "session.ping", #"{"a":\#(String(repeating: "[", count: 30))\#(String(repeating: "]", count: 30))}"#),
        call(2, "session.ping", #"{"a":\#(String(repeating: "[", count: 31))\#(String(repeating: "]", count: 31))}"#),
      ]), .hears(["0:ok", "1:ok", "null!-32700 json.too-deep"])),
    Scenario(
      "who sends no more still gets answers", .says([opening, list(1), list(2)]), .shutsDown, .hears(["0:ok"]),
      .hearsAll(["1:ok", "2:ok"]), .isCut),
    Scenario("who sends nothing at all is let go", .shutsDown, .isCut),
  ]

  private static let service = Task { try await TestService() }

  @Test(arguments: Self.all) func inMemory(_ scenario: Scenario) async throws {
    let service = try await Self.service.value
    let host = service.host(try TestService.options { $0.limits = scenario.limits })
    let peer = try await MemoryPeer(host)
    try await scenario.play(with: peer, token: service.token)
    try await peer.close()
  }

  @Test(arguments: Self.all) func overASocket(_ scenario: Scenario) async throws {
    let service = try await Self.service.value
    try await service.listening(try TestService.options { $0.limits = scenario.limits }) { port, _ in
      let peer = try await SocketPeer(port: port)
      try await scenario.play(with: peer, token: service.token)
      try await peer.close()
    }
  }
}
