// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// Something the server says without being asked.
public struct RPCNotification: Hashable, Sendable {
  public let method: String
  public let params: JSONValue?

  /// - Parameter params: an object; left out when `nil`.
  public init(_ method: String, _ params: JSONValue? = nil) {
    self.method = method
    self.params = params
  }

  /// The notification with its LF.
  public var line: [UInt8] {
    var bytes: [UInt8] = []
    let value = JSONValue.members(["jsonrpc": .text("2.0"), "method": .text(self.method), "params": self.params])
    value.write(into: &bytes)
    bytes.append(0x0A)
    return bytes
  }
}
