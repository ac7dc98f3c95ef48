// SPDX-License-Identifier: Apache-2.0

import Metrics
import StrictJSON
import Wire

/// What is counted of calls and connections: rate, errors and duration a method. No person, no child, no area.
struct ServiceCounts: Sendable {
  private let connections = Gauge(label: "elsec_connections")

  func connected(_ count: Int) { self.connections.record(count) }

  func refusedSignIn() { Counter(label: "elsec_sign_in_refused_total").increment() }

  func closed(_ reason: WireSession.CloseReason) {
    Counter(label: "elsec_closed_total", dimensions: [("reason", reason.rawValue)]).increment()
  }

  func answered(_ method: String, _ outcome: Result<JSONValue, RPCError>, since began: ContinuousClock.Instant) {
    let code =
      switch outcome {
      case .success: "0"
      case .failure(let error): "\(error.number.rawValue)"
      }
    Counter(label: "elsec_calls_total", dimensions: [("method", method), ("code", code)]).increment()
    Timer(label: "elsec_call_seconds", dimensions: [("method", method)]).record(
      duration: ContinuousClock.now - began)
  }
}
