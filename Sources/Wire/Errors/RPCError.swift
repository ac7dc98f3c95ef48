// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// Why a call was not done, without a value that anyone typed.
public struct RPCError: Error, Hashable, Sendable {
  /// The closed table of numbers. `message` is fixed by the number.
  public enum Number: Int, Sendable, CaseIterable {
    case parse = -32_700
    case invalidRequest = -32_600
    case methodNotFound = -32_601
    case invalidParams = -32_602
    case internalError = -32_603
    case notSignedIn = -32_001
    case lineTooLong = -32_002
    case notAllowed = -32_003
    /// Not there *or not yours*; which of the two is not told.
    case notFound = -32_004
    case tooManyRequests = -32_005
    case storeNotAvailable = -32_010
    case keyReused = -32_011
    case keyInProgress = -32_012
    case changedMeanwhile = -32_013
    case notValid = -32_014
    case cancelled = -32_800

    /// The specification's own sentences where it has one.
    public var message: String {
      switch self {
      case .parse: "Parse error"
      case .invalidRequest: "Invalid Request"
      case .methodNotFound: "Method not found"
      case .invalidParams: "Invalid params"
      case .internalError: "Internal error"
      case .notSignedIn: "Not signed in"
      case .lineTooLong: "Line too long"
      case .notAllowed: "Not allowed"
      case .notFound: "Not found or not yours"
      case .tooManyRequests: "Too many requests"
      case .storeNotAvailable: "Store not available"
      case .keyReused: "Key used before with other params"
      case .keyInProgress: "Key in progress"
      case .changedMeanwhile: "Changed meanwhile"
      case .notValid: "Not valid"
      case .cancelled: "Cancelled"
      }
    }
  }

  /// Whether the same call can succeed when it is made again.
  public enum Retry: Hashable, Sendable {
    case never
    /// At once, with the same `key`: whether the first one was done is not known.
    case sameKey
    case after(milliseconds: Int)
  }

  public let number: Number
  /// `data.code`: which rule was broken. API.
  public let code: String
  /// The member of the params that broke it: `answers.U3`.
  public let path: String?
  /// What to try, beginning with `maybe: `.
  public let hint: String?
  public let retry: Retry

  public init(
    _ number: Number, code: String, path: String? = nil, hint: String? = nil, retry: Retry = .never
  ) {
    self.number = number
    self.code = code
    self.path = path
    self.hint = hint.map { "maybe: \($0)" }
    self.retry = retry
  }

  /// The `error` member of an answer.
  public var json: JSONValue {
    let retry: String
    var wait: Int?
    switch self.retry {
    case .never: retry = "never"
    case .sameKey: retry = "same-key"
    case .after(let milliseconds): (retry, wait) = ("after", milliseconds)
    }
    return .members([
      "code": .whole(self.number.rawValue), "message": .text(self.number.message),
      "data": .members([
        "code": .text(self.code), "path": self.path.map { .text($0) }, "hint": self.hint.map { .text($0) },
        "retry": .text(retry), "afterMs": wait.map { .whole($0) },
      ]),
    ])
  }
}

extension RPCError {
  public static func methodNotFound() -> RPCError { RPCError(.methodNotFound, code: "rpc.unknown-method") }
  public static func notSignedIn() -> RPCError { RPCError(.notSignedIn, code: "session.not-signed-in") }
  public static func cancelled() -> RPCError { RPCError(.cancelled, code: "rpc.cancelled") }

  /// More is asked than will be served in time.
  public static func tooManyRequests(after milliseconds: Int) -> RPCError {
    RPCError(.tooManyRequests, code: "rpc.too-many-requests", retry: .after(milliseconds: milliseconds))
  }
}
