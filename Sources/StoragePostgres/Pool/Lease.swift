// SPDX-License-Identifier: Apache-2.0

import Storage
import Synchronization
import Vocabulary

/// One caller's wish for a connection, from the wish to its answer.
final class Lease: Sendable {
  let scope: SQLScope
  let isWriting: Bool
  let isSharing: Bool
  /// When waiting for a connection ends, in ``Clock`` milliseconds.
  let deadline: Int
  private let body: @Sendable (PostgresTransaction) throws -> Void
  private let state: Mutex<State>

  private enum State {
    case waiting(@Sendable ((any Error)?) -> Void)
    case working(@Sendable ((any Error)?) -> Void, Wake, isCancelled: Bool)
    case answered
  }

  /// - Parameters:
  ///   - body: what to run on the connection; it keeps its own result.
  ///   - answer: called once, with what went wrong or `nil`.
  init(
    _ scope: SQLScope, isWriting: Bool, isSharing: Bool, deadline: Int,
    body: @escaping @Sendable (PostgresTransaction) throws -> Void,
    answer: @escaping @Sendable ((any Error)?) -> Void
  ) {
    self.scope = scope
    self.isWriting = isWriting
    self.isSharing = isSharing
    self.deadline = deadline
    self.body = body
    self.state = Mutex(.waiting(answer))
  }

  /// The area whose writers take turns; `nil` where nobody has to wait.
  var turn: AreaID? {
    guard self.isWriting, case .area(let area) = self.scope else { return nil }
    return area
  }

  var isAnswered: Bool {
    self.state.withLock { if case .answered = $0 { true } else { false } }
  }

  var isCancelled: Bool {
    self.state.withLock { if case .working(_, _, let isCancelled) = $0 { isCancelled } else { false } }
  }

  func run(on transaction: PostgresTransaction) throws { try self.body(transaction) }

  /// Says whose wait a cancellation has to end.
  ///
  /// - Returns: false when the lease was answered while it waited; its work must not begin.
  func begin(on wake: Wake) -> Bool {
    self.state.withLock { state in
      guard case .waiting(let answer) = state else { return false }
      state = .working(answer, wake, isCancelled: false)
      return true
    }
  }

  func finish(_ error: (any Error)?) {
    let answer = self.state.withLock { state -> (@Sendable ((any Error)?) -> Void)? in
      switch state {
      case .waiting(let answer), .working(let answer, _, _):
        state = .answered
        return answer
      case .answered: return nil
      }
    }
    answer?(error)
  }

  /// The caller has gone away: one that waits is answered, one that works is told.
  func cancel() {
    let next = self.state.withLock { state -> State? in
      switch state {
      case .waiting:
        defer { state = .answered }
        return state
      case .working(let answer, let wake, _):
        state = .working(answer, wake, isCancelled: true)
        return state
      case .answered: return nil
      }
    }
    switch next {
    case .waiting(let answer): answer(Fault(.storeCancelled, "the caller went away"))
    case .working(_, let wake, _): wake.ring()
    case .answered, nil: break
    }
  }
}
