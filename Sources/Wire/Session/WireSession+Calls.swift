// SPDX-License-Identifier: Apache-2.0

import StrictJSON

extension WireSession {
  /// A call's id is that of one still in flight. Its answer has no id, or it would be taken for the other's.
  static let duplicateID = RPCError(.invalidRequest, code: "rpc.duplicate-id")

  mutating func send(_ answer: RPCAnswer) { self.actions.append(.send(answer.line)) }

  mutating func take(_ request: RPCRequest, batch: (number: Int, place: Int)?) {
    if let id = request.id, self.ids[id] != nil {
      return self.settle(RPCAnswer(id: nil, error: Self.duplicateID), in: batch)
    }
    let outcome: Result<JSONValue, RPCError>
    switch request.method {
    case WireMethod.ping: outcome = .success(.object(JSONObject()))
    case WireMethod.cancel: outcome = self.cancel(request.params)
    case WireMethod.open: outcome = .failure(RPCError(.invalidRequest, code: "session.already-open"))
    case _ where self.isDraining: outcome = .failure(Self.closingError)
    default:
      self.lastNumber += 1
      let ticket = CallTicket(number: self.lastNumber)
      self.calls[ticket] = Call(id: request.id, batch: batch)
      if let id = request.id { self.ids[id] = ticket }
      self.waiting.append((ticket, request))
      return
    }
    self.settle(request.id.map { RPCAnswer(id: $0, outcome) }, in: batch)
  }

  private var isDraining: Bool { if case .draining = self.phase { true } else { false } }

  mutating func startWaiting() {
    while self.isWritable, self.inFlight < self.limits.inFlight, let (ticket, request) = self.waiting.popFirst() {
      // One that was cancelled while it waited is no longer among the calls.
      guard self.calls[ticket] != nil else { continue }
      self.calls[ticket]?.isStarted = true
      self.inFlight += 1
      self.actions.append(.start(ticket, request))
    }
    if self.waiting.isEmpty { self.waiting = [] }
  }

  mutating func answered(_ ticket: CallTicket, _ outcome: Result<JSONValue, RPCError>) {
    guard self.calls[ticket]?.isStarted == true else { return }
    self.inFlight -= 1
    self.lastActivity = self.now
    self.finish(ticket, outcome)
  }

  mutating func finish(_ ticket: CallTicket, _ outcome: Result<JSONValue, RPCError>) {
    guard let call = self.calls.removeValue(forKey: ticket) else { return }
    if let id = call.id {
      if let batch = call.batch { self.batches[batch.number]?.ids.append(id) } else { self.ids[id] = nil }
    }
    self.settle(call.id.map { RPCAnswer(id: $0, outcome) }, in: call.batch)
  }

  /// Sends an answer, or keeps it until its batch has all of them; `nil` for what gets none.
  mutating func settle(_ answer: RPCAnswer?, in place: (number: Int, place: Int)?) {
    guard let place else {
      if let answer { self.send(answer) }
      return
    }
    guard var batch = self.batches.removeValue(forKey: place.number) else { return }
    batch.answers[place.place] = answer
    batch.unanswered -= 1
    guard batch.unanswered == 0 else {
      self.batches[place.number] = batch
      return
    }
    for id in batch.ids { self.ids[id] = nil }
    if let line = RPCAnswer.line(batch.answers.compactMap { $0 }) { self.actions.append(.send(line)) }
  }

  private mutating func cancel(_ params: JSONObject) -> Result<JSONValue, RPCError> {
    guard let id = params["id"].flatMap({ RPCID($0) }) else {
      return .failure(RPCError(.invalidParams, code: "params.kind"))
    }
    // One that is not in flight may have been answered while the cancel was on its way: no error.
    guard let ticket = self.ids[id], let call = self.calls[ticket], !call.isCancelled else { return .success(.null) }
    if call.isStarted {
      self.calls[ticket]?.isCancelled = true
      self.actions.append(.cancel(ticket))
    } else {
      self.finish(ticket, .failure(.cancelled()))
    }
    return .success(.null)
  }

  mutating func notify(_ notification: RPCNotification, latestOf key: String) {
    switch self.phase {
    case .open, .draining: break
    case .awaitingOpen, .signingIn, .flushing, .closed: return
    }
    if self.isWritable { return self.actions.append(.send(notification.line)) }
    self.unsent.removeAll { $0.key == key }
    if self.unsent.count == self.limits.inFlight { self.unsent.removeFirst() }
    self.unsent.append((key, notification))
  }

  mutating func sendUnsent() {
    for (_, notification) in self.unsent { self.actions.append(.send(notification.line)) }
    self.unsent = []
  }
}
