// SPDX-License-Identifier: Apache-2.0

import Handlers
import Logging
import NIOCore
import Service
import Storage
import StrictJSON
import Vocabulary
import Wire

/// What every connection of a service shares: the methods, who is who, and what is counted.
final class ConnectionHost: Sendable {
  let methods: MethodTable
  let store: Store
  let hash: Hashing
  let clock: @Sendable () -> Instant
  let limits: WireLimits
  let recheck: Int
  let version: String
  let logger: Logger
  let counts = ServiceCounts()
  let keys = KeysInProgress()
  let openRPC: JSONValue

  init(
    methods: MethodTable, store: Store, hash: @escaping Hashing, clock: @escaping @Sendable () -> Instant,
    options: ServerOptions, version: String, logger: Logger
  ) {
    self.methods = methods
    self.store = store
    self.hash = hash
    self.clock = clock
    self.limits = options.limits
    self.recheck = options.recheck
    self.version = version
    self.logger = logger
    self.openRPC = OpenRPC.document(methods: MethodTable.descriptions, version: version)
  }

  /// The person whose token it is, and the answer that `session.open` gets.
  func signIn(_ signIn: SignIn, from device: Digest?) async -> Result<(person: Principal, answer: JSONValue), RPCError>
  {
    do {
      let person = try await self.person(signIn, device)
      return .success((person, self.greeting(person, try await self.methods.latestAuditRoot(for: person))))
    } catch let fault as Fault {
      self.counts.refusedSignIn()
      return .failure(RPCError(fault, params: JSONObject()))
    } catch {
      return .failure(RPCError(.internalError, code: "elsec.defect"))
    }
  }

  /// Whether a token that was good is good still. A store that can't be asked ends nobody's session.
  func isRevoked(_ signIn: SignIn, from device: Digest?) async -> Bool {
    do {
      _ = try await self.person(signIn, device)
      return false
    } catch let fault as Fault {
      return fault.code == .accessUnknownPerson
    } catch { return false }
  }

  private func person(_ signIn: SignIn, _ device: Digest?) async throws -> Principal {
    try await WhoIs.principal(
      withToken: signIn.token, from: device, of: self.store, hash: self.hash, purpose: WireMethod.open)
  }

  private func greeting(_ person: Principal, _ root: String?) -> JSONValue {
    .members([
      "user": .text(person.name), "role": .text(person.role.rawValue), "area": .text(person.area.rawValue),
      "auditRoot": root.map { .text($0) }, "server": .text("elsec/\(self.version)"), "time": .text("\(self.clock())"),
      "methods": .list(self.methods.names(for: person.role).map { .text($0) }), "limits": self.limits.json,
    ])
  }

  /// - Parameter person: `nil` before the sign-in, when only `rpc.discover` is asked for.
  func answer(_ request: RPCRequest, as person: Principal?) async -> Result<JSONValue, RPCError> {
    if request.method == WireMethod.discover { return .success(self.openRPC) }
    guard let person else { return .failure(.notSignedIn()) }
    let began = ContinuousClock.now
    let held = self.keys.hold(request.params["key"]?.text, of: person)
    defer { self.keys.release(held) }
    let outcome: Result<JSONValue, RPCError>
    if case .inProgress = held {
      outcome = .failure(RPCError(.keyInProgress, code: "rpc.key-in-progress", retry: .after(milliseconds: 1_000)))
    } else {
      do {
        outcome = .success(try await self.methods.answer(request.method, request.params, as: person))
      } catch let error as RPCError {
        outcome = .failure(error)
      } catch {
        self.logger.error("a defect", metadata: ["method": "\(request.method)", "error": "\(type(of: error))"])
        outcome = .failure(RPCError(.internalError, code: "elsec.defect"))
      }
    }
    self.counts.answered(self.methods.isKnown(request.method) ? request.method : "unknown", outcome, since: began)
    return outcome
  }
}
