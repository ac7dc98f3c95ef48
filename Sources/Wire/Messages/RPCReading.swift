// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// What one line of a client's is, by the JSON-RPC 2.0 specification (sections 4 to 6).
///
/// Two things are narrower than the specification: an id is never `null` or a number with a fraction, and params go by
/// name. Members of a request that the specification does not have are not looked at.
public enum RPCReading: Hashable, Sendable {
  /// One request, or what took its place in a batch.
  public enum Member: Hashable, Sendable {
    case request(RPCRequest)
    /// Not a request that is taken: this is its answer.
    case refused(RPCAnswer)
    /// A notification that is not taken: nothing comes of it.
    case ignored
  }

  case single(Member)
  /// One member or more, in their order.
  case batch([Member])

  /// - Parameter batch: members that a batch may have; one more, and the whole batch gets one error.
  public static func read(_ line: [UInt8], limits: JSONLimits = .line, batch: Int = WireLimits().batch) -> RPCReading {
    let value: JSONValue
    do throws(JSONError) {
      value = try JSONValue(reading: line, limits: limits)
    } catch {
      return .single(Self.refused(nil, RPCError(.parse, code: error.problem.rawValue)))
    }
    guard let members = value.list else { return .single(Self.member(value)) }
    if members.isEmpty { return .single(Self.refused(nil, RPCError(.invalidRequest, code: "rpc.empty-batch"))) }
    if members.count > batch {
      return .single(Self.refused(nil, RPCError(.invalidRequest, code: "rpc.batch-too-large")))
    }
    return .batch(members.map(Self.member))
  }

  private static func member(_ value: JSONValue) -> Member {
    guard let object = value.object else { return Self.invalid(nil) }
    let given = object["id"]
    let id = given.flatMap { RPCID($0) }
    guard object["jsonrpc"]?.text == "2.0", let method = object["method"]?.text, (given == nil) == (id == nil) else {
      return Self.invalid(id)
    }
    switch object["params"] {
    case nil: return .request(RPCRequest(id: id, method: method))
    case .object(let params): return .request(RPCRequest(id: id, method: method, params: params))
    case .list(let params):
      if params.isEmpty { return .request(RPCRequest(id: id, method: method)) }
      guard let id else { return .ignored }
      return Self.refused(id, RPCError(.invalidParams, code: "params.by-position"))
    default: return Self.invalid(id)
    }
  }

  private static func invalid(_ id: RPCID?) -> Member {
    Self.refused(id, RPCError(.invalidRequest, code: "rpc.invalid-request"))
  }

  private static func refused(_ id: RPCID?, _ error: RPCError) -> Member { .refused(RPCAnswer(id: id, error: error)) }
}
