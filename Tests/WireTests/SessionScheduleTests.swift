// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Vocabulary
import Wire

/// Random orders of events: whatever comes when, each call has one answer and no other call's.
@Suite struct SessionScheduleTests {
  /// As `#expect`, without its cost, which is most of the time of millions of checks.
  static func check(_ holds: Bool, _ rule: @autoclosure () -> String) {
    if !holds { Issue.record("broken: \(rule())") }
  }

  /// A connection as its peer and its rim see it.
  struct Run {
    var random: SeededGenerator
    var session: WireSession
    var now = 0
    var sent = 0
    /// Calls that the peer made and has no answer to, by id; an id is used once.
    var asked = Set<Int>()
    var answered = Set<Int>()
    var inFlight: [CallTicket: Int?] = [:]
    var started = Set<CallTicket>()
    var cancelled = Set<CallTicket>()
    var isReading = true
    var isSigningIn = false
    var asksToGoOn = false
    var closes = 0
    var isGone = false
    var mostInFlight = 0
    var unsent: [UInt8] = []

    init(seed: UInt64) {
      self.random = SeededGenerator(seed: seed)
      var limits = WireLimits()
      // Half of the runs meet the limit of calls in flight often.
      if seed % 2 == 0 { limits.inFlight = 3 }
      self.session = WireSession(limits: limits, at: 0)
    }

    mutating func handle(_ event: WireSession.Event) {
      for action in self.session.handle(event, at: self.now) { self.act(action) }
      if event == .gone {
        self.isGone = true
        self.inFlight = [:]
      }
      SessionScheduleTests.check(self.session.inFlight == self.inFlight.count, "both count the same calls in flight")
      SessionScheduleTests.check(
        self.inFlight.count <= self.session.limits.inFlight, "no more in flight than the limit")
      self.mostInFlight = max(self.mostInFlight, self.inFlight.count)
    }

    mutating func act(_ action: WireSession.Action) {
      SessionScheduleTests.check(!self.isGone, "nothing is done once the peer is gone")
      switch action {
      case .send(let bytes):
        SessionScheduleTests.check(self.closes == 0, "nothing is sent after a close")
        self.read(bytes)
      case .signIn:
        SessionScheduleTests.check(!self.isSigningIn, "one sign-in at a time")
        self.isSigningIn = true
      case .start(let ticket, let request):
        SessionScheduleTests.check(self.started.insert(ticket).inserted, "a ticket is used once")
        let id = request.id.flatMap { $0.json.whole }
        SessionScheduleTests.check(id.map { self.asked.contains($0) } != false, "only what was asked is started")
        self.inFlight[ticket] = .some(id)
      case .cancel(let ticket):
        SessionScheduleTests.check(self.inFlight.keys.contains(ticket), "only what is in flight is cancelled")
        self.cancelled.insert(ticket)
      case .pauseReading:
        SessionScheduleTests.check(self.isReading, "reading is paused once")
        self.isReading = false
      case .resumeReading:
        SessionScheduleTests.check(!self.isReading, "reading is resumed once")
        self.isReading = true
      case .goOn: self.asksToGoOn = true
      case .close(_, let flush):
        self.closes += 1
        SessionScheduleTests.check(
          self.closes <= (flush ? 1 : 2), "a close is asked for once, and once more when it stalls")
        self.inFlight = [:]
      }
    }

    mutating func read(_ bytes: [UInt8]) {
      SessionScheduleTests.check(bytes.last == 0x0A, "a line has its end")
      guard let value = try? JSONValue(reading: bytes) else {
        Issue.record("what is sent is not JSON")
        return
      }
      for answer in value.list ?? [value] where answer["method"] == nil {
        guard let id = answer["id"]?.whole else { continue }
        SessionScheduleTests.check(self.asked.contains(id), "only what was asked is answered")
        SessionScheduleTests.check(self.answered.insert(id).inserted, "an answer comes once")
        // The answer says which call it is of.
        if let result = answer["result"], !result.isNull, result != .object(JSONObject()) {
          SessionScheduleTests.check(result.whole == id, "an answer is that of its call")
        }
      }
    }

    mutating func request() -> String {
      self.sent += 1
      let id = self.sent
      let method: String
      switch self.random.below(12) {
      case 0: return "{\"jsonrpc\":\"2.0\",\"method\":\"m\"}"
      case 1: return "[7,{}]"
      case 2:
        let other = 1 + self.random.below(id)
        return "{\"jsonrpc\":\"2.0\",\"method\":\"$/cancel\",\"params\":{\"id\":\(other)}}"
      case 3: method = "session.ping"
      case 4: method = "rpc.discover"
      case 5 where self.random.below(4) == 0: method = "session.open"
      default: method = "m"
      }
      self.asked.insert(id)
      return "{\"jsonrpc\":\"2.0\",\"method\":\"\(method)\",\"id\":\(id)}"
    }

    mutating func line() -> String {
      if self.random.below(5) > 0 { return self.request() + "\n" }
      // Some members are lists themselves: no requests, and nothing may be lost over them.
      return "[\((0...self.random.below(6)).map { _ in self.request() }.joined(separator: ","))]\n"
    }

    mutating func open() {
      self.sent += 1
      self.asked.insert(self.sent)
      let params = "{\"protocol\":\"elsec/1\",\"token\":\"t\"}"
      self.unsent += Array(
        "{\"jsonrpc\":\"2.0\",\"method\":\"session.open\",\"params\":\(params),\"id\":\(self.sent)}\n".utf8)
    }

    /// Hands over some of what the peer wrote, cut anywhere.
    mutating func deliver() {
      guard self.isReading, !self.unsent.isEmpty else { return }
      let count = 1 + self.random.below(self.unsent.count)
      let bytes = Array(self.unsent.prefix(count))
      self.unsent.removeFirst(count)
      self.handle(.received(bytes))
    }

    mutating func answer() {
      let tickets = self.inFlight.keys.sorted { $0.number < $1.number }
      guard !tickets.isEmpty else { return }
      let ticket = tickets[self.random.below(tickets.count)]
      let id = self.inFlight.removeValue(forKey: ticket) ?? nil
      let isFailed = self.cancelled.contains(ticket) && self.random.below(2) == 0
      let outcome: Result<JSONValue, RPCError> =
        isFailed ? .failure(.cancelled()) : .success(id.map { .whole($0) } ?? .null)
      self.handle(.answered(ticket, outcome))
      // A rim that answers twice does no harm.
      if self.random.below(8) == 0 { self.handle(.answered(ticket, outcome)) }
    }

    mutating func step() {
      if self.asksToGoOn {
        self.asksToGoOn = false
        self.handle(.goOn)
      }
      switch self.random.below(100) {
      case 0..<35: for _ in 0...self.random.below(4) { self.unsent += Array(self.line().utf8) }
      case 35..<60: self.deliver()
      case 60..<85: self.answer()
      case 85..<90:
        if self.isSigningIn {
          self.isSigningIn = false
          self.handle(.signedIn(self.random.below(10) == 0 ? .failure(.notSignedIn()) : .success(.null)))
        }
      case 90..<93: self.handle(.writable(self.random.below(3) > 0))
      case 93..<95:
        self.now += self.random.below(self.random.below(10) == 0 ? 200_000 : 3_000)
        self.handle(.tick)
      case 95: self.handle(.notify(RPCNotification("job.progress"), latestOf: "\(self.random.below(3))"))
      case 96 where self.random.below(8) == 0: self.handle(.drain)
      case 97 where self.random.below(8) == 0: self.handle(.inputClosed)
      case 98 where self.random.below(16) == 0:
        self.handle(.gone)
      default: self.handle(.wrote)
      }
    }

    /// Lets everything come to its end without a close by time.
    mutating func finish() {
      self.handle(.writable(true))
      for _ in 0..<10_000 where self.closes == 0 && !self.isGone {
        if self.isSigningIn {
          self.isSigningIn = false
          self.handle(.signedIn(.success(.null)))
        }
        if self.asksToGoOn {
          self.asksToGoOn = false
          self.handle(.goOn)
        }
        self.deliver()
        self.answer()
        if self.unsent.isEmpty && self.inFlight.isEmpty && !self.asksToGoOn && !self.isSigningIn { return }
        if !self.isReading && self.inFlight.isEmpty && !self.asksToGoOn && !self.isSigningIn {
          SessionScheduleTests.check(
            self.session.isClosed || self.closes > 0, "a session that does not read waits for something")
          return
        }
      }
    }
  }

  @Test func whateverTheOrderEachCallIsAnsweredOnceOrTheConnectionEnds() {
    var (whole, ended, answers, most) = (0, 0, 0, 0)
    for seed in 0..<10_000 {
      var run = Run(seed: UInt64(seed))
      if seed % 20 > 0 { run.open() }
      for _ in 0..<60 where !run.isGone { run.step() }
      run.finish()
      answers += run.answered.count
      most = max(most, run.mostInFlight)
      if run.closes == 0 && !run.isGone {
        whole += 1
        Self.check(run.inFlight.isEmpty, "seed \(seed)")
        Self.check(run.answered == run.asked, "seed \(seed)")
      } else {
        ended += 1
        Self.check(run.answered.isSubset(of: run.asked), "seed \(seed)")
      }
    }
    #expect(whole > 2_000)
    #expect(ended > 2_000)
    #expect(answers > 100_000)
    #expect(most > 10)
  }
}
