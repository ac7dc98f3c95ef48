// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Vocabulary

extension WireSession {
  mutating func received(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, !self.inputEnded else { return }
    self.lastActivity = self.now
    self.frames.append(bytes)
    // A line goes on only when none ended here.
    if self.lineBegunAt == nil || bytes.contains(0x0A) { self.lineBegunAt = self.now }
  }

  /// Starts what waits and takes lines for as long as there is room.
  mutating func advance() {
    self.startWaiting()
    while self.canTakeALine {
      guard self.budget > 0 else {
        if !self.askedToGoOn, self.frames.hasLine() {
          self.askedToGoOn = true
          self.actions.append(.goOn)
        }
        break
      }
      do throws(LineFrames.LineTooLong) {
        guard let line = try self.frames.next() else { break }
        self.take(line)
      } catch {
        self.send(RPCAnswer(id: nil, error: RPCError(.lineTooLong, code: "wire.line-too-long")))
        self.close(.lineTooLong, flush: true)
      }
      self.startWaiting()
    }
  }

  private mutating func take(_ line: [UInt8]) {
    self.budget -= 1
    let reading = RPCReading.read(line, limits: self.limits.reading, batch: self.limits.batch)
    guard self.phase != .awaitingOpen else { return self.takeFirst(reading) }
    switch reading {
    case .single(.request(let request)): self.take(request, batch: nil)
    case .single(.refused(let answer)): self.send(answer)
    case .single(.ignored): break
    case .batch(let members): self.take(members)
    }
  }

  private mutating func take(_ members: [RPCReading.Member]) {
    self.budget -= members.count
    self.lastNumber += 1
    let number = self.lastNumber
    self.batches[number] = Batch(answers: Array(repeating: nil, count: members.count), unanswered: members.count)
    for (place, member) in members.enumerated() {
      switch member {
      case .request(let request): self.take(request, batch: (number, place))
      case .refused(let answer): self.settle(answer, in: (number, place))
      case .ignored: self.settle(nil, in: (number, place))
      }
    }
  }

  /// Before the sign-in: `session.open`, or one of the two calls that need none; else one error and the end.
  private mutating func takeFirst(_ reading: RPCReading) {
    guard case .single(let member) = reading else { return self.refuse(RPCAnswer(id: nil, error: .notSignedIn())) }
    switch member {
    case .ignored: self.refuse(RPCAnswer(id: nil, error: .notSignedIn()))
    case .refused(let answer): self.refuse(answer)
    case .request(let request):
      switch (request.method, request.id) {
      case (WireMethod.open, let id?): self.open(request, id)
      case (WireMethod.ping, _), (WireMethod.discover, _?): self.take(request, batch: nil)
      case (_, let id): self.refuse(RPCAnswer(id: id, error: .notSignedIn()))
      }
    }
  }

  private mutating func refuse(_ answer: RPCAnswer) {
    self.send(answer)
    self.close(.notSignedIn, flush: true)
  }

  private mutating func open(_ request: RPCRequest, _ id: RPCID) {
    guard self.ids[id] == nil else { return self.refuse(RPCAnswer(id: nil, error: Self.duplicateID)) }
    do {
      try MethodDescription.open.check(request.params)
      let token = request.params["token"]?.text ?? ""
      self.phase = .signingIn(id)
      self.actions.append(.signIn(SignIn(token: token, client: request.params["client"]?.text)))
    } catch let fault as Fault {
      self.refuse(RPCAnswer(id: id, error: RPCError(fault, params: request.params)))
    } catch {
      self.refuse(RPCAnswer(id: id, error: RPCError(.internalError, code: "elsec.defect")))
    }
  }

  mutating func signedIn(_ outcome: Result<JSONValue, RPCError>) {
    guard case .signingIn(let id) = self.phase else { return }
    self.lastActivity = self.now
    self.send(RPCAnswer(id: id, outcome))
    switch outcome {
    case .success: self.phase = .open
    case .failure: self.close(.notSignedIn, flush: true)
    }
  }
}
