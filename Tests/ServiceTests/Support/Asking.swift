// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import Service
import Storage
import StrictJSON
import Testing
import Wire

extension MethodTable {
  /// The methods that are answered by the table itself.
  static let own = Self.descriptions.filter {
    ![WireMethod.open, WireMethod.ping, WireMethod.discover].contains($0.name)
  }

  static func description(_ name: String) throws -> MethodDescription {
    try #require(Self.descriptions.first { $0.name == name })
  }
}

extension MadeUpService {
  /// What a call is refused with, as the wire tells it; `nil` when it is answered.
  func refusal(
    _ method: String, _ params: String = "{}", as role: Role = .admin, named name: String? = nil
  ) async throws -> RPCError? {
    do {
      try await self.call(method, params, as: role, named: name)
      return nil
    } catch let error as RPCError {
      return error
    }
  }
}

extension RPCError {
  /// `-32014 screening.item-out-of-range at answers.U3`.
  var brief: String { "\(self.number.rawValue) \(self.code)\(self.path.map { " at \($0)" } ?? "")" }
}

extension JSONValue {
  var written: String { String(decoding: self.bytes, as: UTF8.self) }
}

/// Calls as texts.
enum Ask {
  static let amber =
    #"{"U3":"C","U4":"C","U5":"I","U6":"C","U7":"I","U8":"I","E1":"ALW","E2":"SOM","E3":"NOB","E4":"SOM","E5":"NEV","E6":"SOM"}"#

  static func screening(_ child: String, _ answers: String = amber, _ more: String = "") -> String {
    """
    {"child":"\(child)","screener":"\(MadeUpService.screener)","testDate":"\(MadeUpService.testDate)",\
    "answers":\(answers)\(more)}
    """
  }
}
