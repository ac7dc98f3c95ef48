// SPDX-License-Identifier: Apache-2.0

import StrictJSON
import Testing
import Wire

/// A talk between a peer and the service: what is said, and what has to come of it.
struct Scenario: Sendable, CustomTestStringConvertible {
  enum Step: Sendable {
    case says([String])
    /// Bytes as they are.
    case sends(String)
    /// The next lines, in short, in this order.
    case hears([String])
    /// The next lines in any order.
    case hearsAll([String])
    /// Nothing more comes, and the connection has ended.
    case isCut
    case shutsDown
    case waits(milliseconds: Int)
  }

  let name: String
  var limits = WireLimits()
  let steps: [Step]

  init(_ name: String, limits change: (inout WireLimits) -> Void = { _ in }, _ steps: Step...) {
    self.name = name
    change(&self.limits)
    self.steps = steps
  }

  var testDescription: String { self.name }

  func play(with peer: some Peer, token: String) async throws {
    for (number, step) in self.steps.enumerated() {
      let place = "\(self.name), step \(number + 1)"
      switch step {
      case .says(let lines):
        try await peer.send(lines.map { $0.replacing("TOKEN", with: token) + "\n" }.joined())
      case .sends(let text): try await peer.send(text)
      case .hears(let expected):
        for each in expected { #expect(try await peer.line().map(Self.brief) == each, "\(place)") }
      case .hearsAll(let expected):
        var heard: [String] = []
        for _ in expected { heard.append(try await peer.line().map(Self.brief) ?? "the end") }
        #expect(heard.sorted() == expected.sorted(), "\(place)")
      case .isCut: #expect(try await peer.line() == nil, "\(place)")
      case .shutsDown: try await peer.shutDown()
      case .waits(let milliseconds): try await peer.wait(milliseconds: milliseconds)
      }
    }
  }

  /// `1:ok`, `1!-32601 rpc.unknown-method`, or the method of a notification; a list of them for a batch.
  static func brief(_ line: String) -> String {
    guard let value = try? JSONValue(reading: Array(line.utf8), limits: .file) else { return "not JSON" }
    if let batch = value.list { return "[\(batch.map(Self.brief).joined(separator: " "))]" }
    return self.brief(value)
  }

  private static func brief(_ value: JSONValue) -> String {
    if let method = value["method"]?.text { return method }
    let id = value["id"].map { String(decoding: $0.bytes, as: UTF8.self) } ?? "?"
    guard let error = value["error"] else { return value["result"] == nil ? "\(id)?" : "\(id):ok" }
    return "\(id)!\(error["code"]?.whole ?? 0) \(error["data"]?["code"]?.text ?? "?")"
  }

  // MARK: Lines

  static let opening =
    #"{"jsonrpc":"2.0","method":"session.open","params":{"protocol":"elsec/1","token":"TOKEN"},"id":0}"#

  static func call(_ id: Int, _ method: String = "session.ping", _ params: String = "{}") -> String {
    #"{"jsonrpc":"2.0","method":"\#(method)","params":\#(params),"id":\#(id)}"#
  }

  static func cancel(_ id: Int) -> String { #"{"jsonrpc":"2.0","method":"$/cancel","params":{"id":\#(id)}}"# }

  /// A ping of exactly so many bytes.
  static func ping(_ id: Int, bytes: Int) -> String {
    let line = Self.call(id)
    return line.dropLast() + String(repeating: " ", count: max(0, bytes - line.utf8.count)) + "}"
  }
}
