// SPDX-License-Identifier: Apache-2.0

public import StrictJSON
public import Vocabulary

extension RPCError {
  /// The one way from a refusal inside elsec to a refusal on the wire.
  ///
  /// The number follows from the fault's code, and from its kind where the code has no place of its own. Of the fault's
  /// sentences only the hint may go out, and only when none of the texts and numbers in `params` stands in it; its place
  /// goes out when it is a path into `params`, to a member that is there or that is missing. A defect says nothing but that it is one.
  ///
  /// - Parameter params: what the call that failed was asked with.
  public init(_ fault: Fault, params: JSONObject) {
    let number = Number(fault.code)
    guard number != .internalError else {
      self.init(.internalError, code: "elsec.defect")
      return
    }
    let isMissing = fault.code == .paramMissing
    self.init(
      number, code: fault.code.name,
      path: fault.place.flatMap { ParamPath($0)?.leads(into: params, lastMayMiss: isMissing) == true ? $0 : nil },
      hint: fault.hint.flatMap { TypedWords(params).stand(in: $0) ? nil : $0 },
      retry: Self.retry(fault.code))
  }

  private static func retry(_ code: Fault.Code) -> Retry {
    switch code.name {
    case "store.busy": .after(milliseconds: 1_000)
    case "store.unavailable": .after(milliseconds: 5_000)
    case "store.outcome-unknown": .sameKey
    case _ where code.name.hasSuffix(".key-in-progress"): .after(milliseconds: 1_000)
    default: .never
    }
  }
}

extension RPCError.Number {
  /// Codes whose last word says what happened have one number whatever their kind.
  public init(_ code: Fault.Code) {
    let words = code.name.split(separator: ".", maxSplits: 1)
    self =
      switch (words.first, words.last) {
      case (_, "not-found"), ("screener", "unknown"), ("rota", "visit-unknown"), ("definition", "not-at-hand"):
        .notFound
      case (_, "changed-meanwhile"): .changedMeanwhile
      case (_, "key-reused"): .keyReused
      case (_, "key-in-progress"): .keyInProgress
      case (_, "cancelled"): .cancelled
      case (_, "too-many-requests"), ("store", "busy"): .tooManyRequests
      case ("session", "not-signed-in"), ("access", "unknown-person"): .notSignedIn
      case ("access", "needs-administrator"): .notAllowed
      case ("params", _): .invalidParams
      default: Self(code.kind)
      }
  }

  private init(_ kind: Fault.Kind) {
    self =
      switch kind {
      case .usage: .invalidParams
      case .notSo, .badInput: .notValid
      case .unavailable, .cannotWrite: .storeNotAvailable
      case .notAllowed: .notAllowed
      case .defect: .internalError
      }
  }
}
