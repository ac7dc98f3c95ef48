// SPDX-License-Identifier: Apache-2.0

public import StrictJSON

/// The one answer to a call.
public struct RPCAnswer: Hashable, Sendable {
  /// `nil` (written as `null`) when the id of what is answered could not be read.
  public let id: RPCID?
  public let outcome: Result<JSONValue, RPCError>

  public init(id: RPCID?, _ outcome: Result<JSONValue, RPCError>) {
    self.id = id
    self.outcome = outcome
  }

  public init(id: RPCID?, error: RPCError) { self.init(id: id, .failure(error)) }

  /// Appends the answer as one JSON text with sorted keys and no spaces.
  public func write(into bytes: inout [UInt8]) {
    switch self.outcome {
    case .success(let result):
      bytes.append(contentsOf: "{\"id\":".utf8)
      self.writeID(into: &bytes)
      bytes.append(contentsOf: ",\"jsonrpc\":\"2.0\",\"result\":".utf8)
      result.write(into: &bytes)
    case .failure(let error):
      bytes.append(contentsOf: "{\"error\":".utf8)
      error.json.write(into: &bytes)
      bytes.append(contentsOf: ",\"id\":".utf8)
      self.writeID(into: &bytes)
      bytes.append(contentsOf: ",\"jsonrpc\":\"2.0\"".utf8)
    }
    bytes.append(UInt8(ascii: "}"))
  }

  private func writeID(into bytes: inout [UInt8]) { (self.id?.json ?? .null).write(into: &bytes) }

  /// The answer with its LF.
  public var line: [UInt8] {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(256)
    self.write(into: &bytes)
    bytes.append(0x0A)
    return bytes
  }

  /// The answers to the members of a batch, as one list with its LF; `nil` when there are none.
  public static func line(_ answers: [RPCAnswer]) -> [UInt8]? {
    guard !answers.isEmpty else { return nil }
    var bytes = [UInt8(ascii: "[")]
    for (index, answer) in answers.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      answer.write(into: &bytes)
    }
    bytes.append(contentsOf: [UInt8(ascii: "]"), 0x0A])
    return bytes
  }
}
