// SPDX-License-Identifier: Apache-2.0

package import StrictJSON
package import Vocabulary
package import Wire

/// The client's end of a connection as a value: calls out, lines in; no socket. Answers may come in any order.
package struct ClientCalls {
  package enum Event {
    case answered(Int, Result<JSONValue, Fault>)
    case told(RPCNotification)
    /// The service refused something that it could not match with a call: none of them will be answered.
    case refused(Fault)
  }

  /// A page of children is longer than anything a client may send.
  package static let longest = 256 * 1_048_576

  private var frames = LineFrames(limit: Self.longest)
  private var last = 0
  /// Calls that are not answered, by their methods.
  package private(set) var waiting: [Int: String] = [:]

  package init() {}

  /// - Returns: the call's number, and its line with the line's end.
  package mutating func call(_ method: String, _ params: JSONObject) -> (id: Int, line: [UInt8]) {
    self.last += 1
    self.waiting[self.last] = method
    return (self.last, RPCRequest(id: .whole(self.last), method: method, params: params).line)
  }

  /// Gives up waiting for an answer; one that comes later is passed over.
  package mutating func forget(_ id: Int) { self.waiting[id] = nil }

  /// - Throws: `service.not-elsec` for bytes that no service of ours sends.
  package mutating func received(_ bytes: [UInt8]) throws -> [Event] {
    self.frames.append(bytes)
    var events: [Event] = []
    while true {
      let line: [UInt8]?
      do throws(LineFrames.LineTooLong) { line = try self.frames.next() } catch { throw Self.notElsec }
      guard let line else { return events }
      guard let value = try? JSONValue(reading: line, limits: .file), let object = value.object else {
        throw Self.notElsec
      }
      if let event = try self.event(object) { events.append(event) }
    }
  }

  private mutating func event(_ object: JSONObject) throws -> Event? {
    if let method = object["method"]?.text { return .told(RPCNotification(method, object["params"])) }
    guard let id = object["id"]?.whole else {
      guard let error = object["error"] else { throw Self.notElsec }
      return .refused(Fault.refused(error, by: self.waiting.min { $0.key < $1.key }?.value ?? "a line"))
    }
    guard let method = self.waiting.removeValue(forKey: id) else { return nil }
    if let error = object["error"] { return .answered(id, .failure(Fault.refused(error, by: method))) }
    guard let result = object["result"] else { throw Self.notElsec }
    return .answered(id, .success(result))
  }

  private static var notElsec: Fault {
    Fault(
      .serviceNotElsec, "what answers does not speak as elsec does",
      maybe: "check the port; a service with TLS wants no --plaintext")
  }
}
