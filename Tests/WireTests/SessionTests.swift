// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Wire

/// Connections as transcripts: what happens, when, and what is done about it.
@Suite struct SessionTests {
  /// A session with the times and events that are told to it in short.
  struct Talk {
    var session: WireSession
    var now = 0

    init(limits: WireLimits = WireLimits()) { self.session = WireSession(limits: limits, at: 0) }

    /// Signed in at time 0.
    static func open(limits: WireLimits = WireLimits()) -> Talk {
      var talk = Talk(limits: limits)
      _ = talk.says(SessionTests.opening)
      _ = talk.then(.signedIn(.success(.text("hello"))))
      return talk
    }

    mutating func then(_ event: WireSession.Event, at now: Int? = nil) -> [String] {
      self.now = now ?? self.now
      return self.session.handle(event, at: self.now).map(SessionTests.told)
    }

    mutating func says(_ lines: String..., at now: Int? = nil) -> [String] {
      self.then(.received(Array(lines.map { $0 + "\n" }.joined().utf8)), at: now)
    }

    mutating func answers(_ ticket: Int, _ result: JSONValue = .bool(true), at now: Int? = nil) -> [String] {
      self.then(.answered(CallTicket(number: ticket), .success(result)), at: now)
    }

    mutating func ticks(at now: Int) -> [String] { self.then(.tick, at: now) }
  }

  static func told(_ action: WireSession.Action) -> String {
    switch action {
    case .send(let bytes): Self.brief(String(decoding: bytes.dropLast(), as: UTF8.self))
    case .signIn(let signIn): "signIn \(signIn.token)"
    case .start(let ticket, let request): "start \(ticket.number) \(request.method)"
    case .cancel(let ticket): "cancel \(ticket.number)"
    case .pauseReading: "pause"
    case .resumeReading: "resume"
    case .goOn: "goOn"
    case .close(let reason, let flush): "close \(reason)\(flush ? "" : " now")"
    }
  }

  /// `id:result`, `id!number code`, or the method of a notification; a list of them for a batch.
  static func brief(_ line: String) -> String {
    guard let value = try? JSONValue(reading: Array(line.utf8)) else { return "not JSON" }
    return value.list.map { "[\($0.map(Self.brief).joined(separator: " "))]" } ?? Self.brief(value)
  }

  private static func brief(_ value: JSONValue) -> String {
    if let method = value["method"]?.text { return method }
    let id = value["id"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?"
    if let error = value["error"] {
      return "\(id)!\(error["code"]?.whole ?? 0) \(error["data"]?["code"]?.text ?? "?")"
    }
    return "\(id):\(value["result"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?")"
  }

  static let opening =
    #"{"jsonrpc":"2.0","method":"session.open","params":{"protocol":"elsec/1","token":"t"},"id":"o"}"#

  static func call(_ id: String, _ method: String = "m") -> String {
    "{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"id\":\(id)}"
  }
  static func cancel(_ id: String) -> String {
    "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":\(id)}}"
  }
  static func batch(_ calls: [String]) -> String { "[\(calls.joined(separator: ","))]" }

  // MARK: Sign-in

  @Test func aSessionIsOpenedAndACallAnswered() {
    var talk = Talk()
    #expect(talk.says(Self.opening) == ["signIn t", "pause"])
    #expect(talk.then(.signedIn(.success(.text("hello")))) == [#""o":"hello""#, "resume"])
    #expect(talk.says(Self.call("1")) == ["start 1 m"])
    #expect(talk.answers(1) == ["1:true"])
    #expect(talk.answers(1) == [])
  }

  @Test func whatComesDuringTheCheckOfATokenWaits() {
    var talk = Talk()
    #expect(talk.says(Self.opening, Self.call("1"), Self.call("2", "session.ping")) == ["signIn t", "pause"])
    #expect(talk.says(Self.call("3")) == [])
    #expect(
      talk.then(.signedIn(.success(.null))) == [#""o":null"#, "start 1 m", "2:{}", "start 2 m", "resume"])
  }

  @Test(arguments: [
    (call("1"), "1!-32001 session.not-signed-in"), (batch([opening]), "null!-32001 session.not-signed-in"),
    (#"{"jsonrpc":"2.0","method":"m"}"#, "null!-32001 session.not-signed-in"),
    (#"{"jsonrpc":"2.0","method":"session.open"}"#, "null!-32001 session.not-signed-in"),
    (cancel("1"), "null!-32001 session.not-signed-in"), ("GET / HTTP/1.1", "null!-32700 json.unexpected"),
    ("{}", "null!-32600 rpc.invalid-request"), (call("1", "session.open"), "1!-32602 params.missing"),
    (opening.replacing("elsec/1", with: "elsec/2"), #""o"!-32602 params.kind"#),
  ])
  func anythingElseFirstGetsOneErrorAndTheEnd(_ line: String, _ answer: String) {
    var talk = Talk()
    #expect(talk.says(line, Self.opening) == [answer, "close notSignedIn"])
    #expect(talk.says(Self.opening) == [])
    #expect(talk.then(.gone) == [])
    #expect(talk.session.isClosed)
  }

  @Test func pingAndDiscoverNeedNoSignIn() {
    var talk = Talk()
    #expect(
      talk.says(Self.call("1", "session.ping"), Self.call("2", "rpc.discover")) == ["1:{}", "start 1 rpc.discover"])
    #expect(talk.says(Self.opening) == ["signIn t", "pause"])
    #expect(talk.answers(1) == ["2:true"])
    #expect(talk.then(.signedIn(.success(.null))) == [#""o":null"#, "resume"])
  }

  @Test func aRefusedSignInIsAnsweredAndEnds() {
    var talk = Talk()
    _ = talk.says(Self.opening, Self.call("1"))
    #expect(
      talk.then(.signedIn(.failure(.notSignedIn()))) == [#""o"!-32001 session.not-signed-in"#, "close notSignedIn"])
  }

  @Test func aSessionIsOpenedOnce() {
    var talk = Talk.open()
    #expect(talk.says(Self.opening) == [#""o"!-32600 session.already-open"#])
    #expect(talk.then(.signedIn(.success(.null))) == [])
  }

  @Test func aTokenIsNotInTheDescriptionOfASignIn() {
    let signIn = SignIn(token: "secret")
    #expect(!"\(signIn)".contains("secret"))
    #expect(!String(reflecting: signIn).contains("secret"))
  }

  // MARK: Calls

  @Test func answersComeAsTheyAreReady() {
    var talk = Talk.open()
    #expect(talk.says(Self.call("1"), Self.call("\"1\"")) == ["start 1 m", "start 2 m"])
    #expect(talk.answers(2) == [#""1":true"#])
    #expect(talk.answers(1) == ["1:true"])
  }

  @Test func anIdInFlightIsNotTakenAgain() {
    var talk = Talk.open()
    #expect(talk.says(Self.call("1"), Self.call("1")) == ["start 1 m", "null!-32600 rpc.duplicate-id"])
    #expect(talk.answers(1) == ["1:true"])
    #expect(talk.says(Self.call("1")) == ["start 2 m"])
  }

  @Test func aNotificationIsDoneAndNotAnswered() {
    var talk = Talk.open()
    #expect(talk.says(#"{"jsonrpc":"2.0","method":"m"}"#) == ["start 1 m"])
    #expect(talk.answers(1) == [])
  }

  @Test func aLineThatIsNotARequestDoesNotEndASession() {
    var talk = Talk.open()
    #expect(talk.says("Content-Length: 3", "", "[]") == ["null!-32700 json.unexpected", "null!-32600 rpc.empty-batch"])
  }

  @Test func reading64InFlightStopsUntilOneIsAnswered() {
    var talk = Talk.open()
    for id in 1...63 { #expect(talk.says(Self.call("\(id)")) == ["start \(id) m"]) }
    #expect(talk.says(Self.call("64"), Self.call("65"), Self.call("66")) == ["start 64 m", "pause"])
    #expect(talk.session.inFlight == 64)
    #expect(talk.answers(7) == ["7:true", "start 65 m"])
    #expect(talk.answers(8) == ["8:true", "start 66 m"])
    #expect(talk.answers(9) == ["9:true", "resume"])
  }

  @Test func nothingIsReadWhileThePeerDoesNotRead() {
    var talk = Talk.open()
    #expect(talk.then(.writable(false)) == ["pause"])
    #expect(talk.says(Self.call("1")) == [])
    #expect(talk.then(.writable(true)) == ["start 1 m", "resume"])
  }

  @Test func aFloodOfLinesIsAnsweredInPortions() {
    var talk = Talk.open()
    var told = talk.then(.received(Array(String(repeating: "1\n", count: 150).utf8)))
    #expect(told.count == 66)
    #expect(told.suffix(2) == ["goOn", "pause"])
    told = talk.then(.goOn)
    #expect(told.count == 65)
    #expect(told.last == "goOn")
    told = talk.then(.goOn)
    #expect(told.count == 23)
    #expect(told.last == "resume")
  }

  // MARK: Cancelling

  @Test func aCancelledCallIsAnsweredOnce() {
    var talk = Talk.open()
    #expect(talk.says(Self.call("1"), Self.cancel("1"), Self.cancel("1")) == ["start 1 m", "cancel 1"])
    #expect(talk.then(.answered(CallTicket(number: 1), .failure(.cancelled()))) == ["1!-32800 rpc.cancelled"])
    #expect(talk.says(Self.cancel("1"), Self.cancel("9"), Self.cancel("null")) == [])
    #expect(talk.answers(1) == [])
  }

  @Test func aCancelledCallMayHaveBeenDone() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"), Self.cancel("1"))
    #expect(talk.answers(1) == ["1:true"])
  }

  @Test func aCancelWithAnIdIsAnsweredToo() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"))
    #expect(
      talk.says(#"{"jsonrpc":"2.0","method":"$/cancel","params":{"id":1},"id":2}"#, Self.call("3", "$/cancel"))
        == ["cancel 1", "2:null", "3!-32602 params.kind"])
  }

  // MARK: Batches

  @Test func aBatchIsAnsweredAsOneInItsOrder() {
    var talk = Talk.open()
    let line = Self.batch([
      Self.call("1"), "7", #"{"jsonrpc":"2.0","method":"m"}"#, Self.call("2"), Self.call("3", "session.ping"),
      Self.call("2"),
    ])
    #expect(talk.says(line) == ["start 2 m", "start 3 m", "start 4 m"])
    #expect(talk.answers(4) == [])
    #expect(talk.says(Self.call("2")) == ["null!-32600 rpc.duplicate-id"])
    #expect(talk.answers(2) == [])
    #expect(
      talk.answers(3) == ["[1:true null!-32600 rpc.invalid-request 2:true 3:{} null!-32600 rpc.duplicate-id]"])
    #expect(talk.says(Self.call("2")) == ["start 5 m"])
  }

  @Test func aBatchOfNotificationsIsNotAnswered() {
    var talk = Talk.open()
    let note = #"{"jsonrpc":"2.0","method":"m"}"#
    #expect(talk.says(Self.batch([note, note])) == ["start 2 m", "start 3 m"])
    #expect(talk.answers(2) + talk.answers(3) == [])
  }

  @Test func aBatchLargerThanWhatMayBeInFlightWaitsForRoom() {
    var talk = Talk.open()
    let told = talk.says(Self.batch((1...100).map { Self.call("\($0)") }), Self.call("101"))
    #expect(told.count == 65)
    #expect(told.last == "pause")
    for ticket in 2...37 { #expect(talk.answers(ticket) == ["start \(ticket + 64) m"]) }
    // All its members are started; the next line has room once one more is answered.
    #expect(talk.answers(38) == ["start 102 m"])
    for ticket in 39...100 { _ = talk.answers(ticket) }
    let line = talk.answers(101)
    #expect(line.count == 1)
    #expect(line.first?.split(separator: " ").count == 100)
  }

  // MARK: Limits and times

  @Test func aLineTooLongGetsOneErrorAndTheEnd() {
    var limits = WireLimits()
    limits.line = 200
    var talk = Talk.open(limits: limits)
    _ = talk.says(Self.call("1"))
    #expect(talk.says(String(repeating: " ", count: 199) + "1") == ["null!-32600 rpc.invalid-request"])
    #expect(
      talk.then(.received([UInt8](repeating: 0x20, count: 201)))
        == ["null!-32002 wire.line-too-long", "cancel 1", "close lineTooLong"])
  }

  @Test func theFirstRequestHasFiveSeconds() {
    var talk = Talk()
    _ = talk.says(Self.call("1", "session.ping"), at: 4_000)
    #expect(talk.session.nextDeadline == 5_000)
    #expect(talk.ticks(at: 4_999) == [])
    #expect(talk.ticks(at: 5_000) == ["null!-32001 session.not-signed-in", "close notOpened"])
  }

  @Test func aLineHasTenSecondsFromItsFirstByte() {
    var talk = Talk.open()
    _ = talk.then(.received(Array("{".utf8)), at: 1_000)
    _ = talk.then(.received(Array("}".utf8)), at: 10_000)
    #expect(talk.session.nextDeadline == 11_000)
    #expect(talk.ticks(at: 10_999) == [])
    #expect(talk.ticks(at: 11_000) == ["close lineTooSlow"])
  }

  @Test func theTimeOfALineBeginsWithThatLine() {
    var talk = Talk.open()
    _ = talk.then(.received(Array("{".utf8)), at: 1_000)
    _ = talk.then(.received(Array("}\n{".utf8)), at: 9_000)
    #expect(talk.ticks(at: 18_999) == [])
    #expect(talk.then(.received(Array("}\n".utf8)), at: 18_999) == ["null!-32600 rpc.invalid-request"])
    #expect(talk.ticks(at: 50_000) == [])
  }

  @Test func theTimeInWhichNobodyReadsIsNotTheLines() {
    var talk = Talk.open()
    _ = talk.then(.received(Array("{".utf8)), at: 1_000)
    _ = talk.then(.writable(false), at: 2_000)
    #expect(talk.ticks(at: 12_000) == [])
    #expect(talk.then(.writable(true), at: 15_000) == ["resume"])
    #expect(talk.ticks(at: 24_999) == [])
    #expect(talk.ticks(at: 25_000) == ["close lineTooSlow"])
  }

  @Test func aSilentPeerIsAskedAndThenLeft() {
    var talk = Talk.open()
    #expect(talk.session.nextDeadline == 60_000)
    #expect(talk.ticks(at: 60_000) == ["session.ping"])
    #expect(talk.session.nextDeadline == 120_000)
    #expect(talk.ticks(at: 119_999) == [])
    #expect(talk.ticks(at: 120_000) == ["close idle"])
  }

  @Test func anyByteIsASignOfLife() {
    var talk = Talk.open()
    _ = talk.ticks(at: 60_000)
    #expect(talk.then(.received([0x0A]), at: 100_000) == [])
    #expect(talk.session.nextDeadline == 160_000)
  }

  @Test func aConnectionWithACallInFlightIsNotIdle() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"))
    for time in 1...5 { #expect(talk.ticks(at: time * 60_000) == ["session.ping"]) }
    #expect(talk.answers(1, at: 310_000) == ["1:true"])
    #expect(talk.ticks(at: 429_999) == ["session.ping"])
    #expect(talk.ticks(at: 430_000) == ["close idle"])
  }

  @Test func aPeerThatTakesNothingFor20SecondsIsLeft() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"))
    _ = talk.then(.writable(false), at: 1_000)
    _ = talk.then(.wrote, at: 15_000)
    #expect(talk.ticks(at: 34_999) == [])
    #expect(talk.ticks(at: 35_000) == ["cancel 1", "close writeStalled now"])
    #expect(talk.session.isClosed)
    #expect(talk.session.nextDeadline == nil)
  }

  @Test func aCloseThatCannotBeFlushedIsFollowedByASuddenOne() {
    var talk = Talk()
    _ = talk.says(Self.call("1"), at: 1_000)
    #expect(talk.session.nextDeadline == 21_000)
    #expect(talk.ticks(at: 20_999) == [])
    #expect(talk.ticks(at: 21_000) == ["close writeStalled now"])
    #expect(talk.session.isClosed)
  }

  // MARK: Ends

  @Test func aPeerThatSendsNoMoreStillGetsItsAnswers() {
    var talk = Talk()
    _ = talk.says(Self.opening, Self.call("1"))
    #expect(talk.then(.inputClosed) == [])
    #expect(talk.then(.signedIn(.success(.null))) == [#""o":null"#, "start 1 m"])
    #expect(talk.answers(1) == ["1:true", "close inputEnded"])
  }

  @Test func aLineWithoutItsEndIsNotARequest() {
    var talk = Talk.open()
    _ = talk.then(.received(Array(Self.call("1").utf8)))
    #expect(talk.then(.inputClosed) == ["close inputEnded"])
  }

  @Test func callsOfAPeerThatIsGoneAreCancelled() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"), Self.call("2"))
    #expect(talk.then(.gone) == ["cancel 1", "cancel 2"])
    #expect(talk.answers(1) == [])
    #expect(talk.session.isClosed)
  }

  @Test func theEndOfTheServiceIsAnnouncedAndWaitsForCalls() {
    var talk = Talk.open()
    _ = talk.says(Self.call("1"))
    #expect(talk.then(.drain, at: 1_000) == ["session.closing"])
    #expect(
      talk.says(Self.call("2"), Self.call("3", "session.ping"), Self.cancel("1"))
        == ["2!-32010 session.closing", "3:{}", "cancel 1"])
    #expect(talk.answers(1) == ["1:true", "close drained"])
  }

  @Test func theEndOfTheServiceWaitsTenSeconds() {
    var talk = Talk.open()
    _ = talk.says(Self.batch((1...70).map { Self.call("\($0)") }))
    _ = talk.then(.drain, at: 1_000)
    #expect(talk.session.nextDeadline == 11_000)
    let told = talk.ticks(at: 11_000)
    #expect(told.count == 65)
    #expect(told.last == "close drained")
  }

  @Test func theEndOfTheServiceEndsWhatIsNotOpenAtOnce() {
    var talk = Talk()
    #expect(talk.then(.drain) == ["close drained"])
    talk = Talk()
    _ = talk.says(Self.opening)
    #expect(talk.then(.drain) == [#""o"!-32010 session.closing"#, "close drained"])
    #expect(talk.then(.signedIn(.success(.null))) == [])
    talk = Talk.open()
    #expect(talk.then(.drain) == ["session.closing", "close drained"])
  }

  // MARK: Notifications

  @Test func aSlowReaderGetsOnlyTheLatestOfEachKind() {
    var talk = Talk.open()
    let note = { (job: String, text: String) in
      WireSession.Event.notify(RPCNotification(text, .members(["job": .text(job)])), latestOf: job)
    }
    #expect(talk.then(note("a", "a1")) == ["a1"])
    _ = talk.then(.writable(false))
    #expect(talk.then(note("a", "a2")) + talk.then(note("b", "b1")) + talk.then(note("a", "a3")) == [])
    #expect(talk.then(.writable(true)) == ["b1", "a3", "resume"])
    var closed = Talk()
    #expect(closed.then(note("a", "a1")) == [])
  }
}
