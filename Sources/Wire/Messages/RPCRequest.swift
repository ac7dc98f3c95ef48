// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// A call, or, without an id, a notification: something to be done that is never answered.
public struct RPCRequest: Hashable, Sendable {
  public let id: RPCID?
  public let method: String
  /// Empty when the request has no `params`, or an empty list of them.
  public let params: JSONObject

  public init(id: RPCID? = nil, method: String, params: JSONObject = JSONObject()) {
    self.id = id
    self.method = method
    self.params = params
  }

  /// The request as a client sends it, with its LF.
  public var line: [UInt8] {
    var bytes: [UInt8] = []
    let value = JSONValue.members([
      "id": self.id?.json, "jsonrpc": .text("2.0"), "method": .text(self.method),
      "params": self.params.isEmpty ? nil : .object(self.params),
    ])
    value.write(into: &bytes)
    bytes.append(0x0A)
    return bytes
  }
}
