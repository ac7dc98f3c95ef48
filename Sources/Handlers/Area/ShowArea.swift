// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// The area's name, and how much is kept of it.
public enum ShowArea: Operation {
  public struct Output: Sendable, Encodable {
    public let gss: String
    public let name: String
    public let isMadeUp: Bool
    public let settings: Int
    public let staff: Int
    public let children: Int
  }

  public static let name = "area.show"
  public static let roles = Set<Role>.everyone

  public static func perform(
    _ input: Void, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.read(as: person) { reading in
      let facts = try reading.areaFacts()
      return Output(
        gss: reading.area.rawValue, name: facts.name, isMadeUp: facts.isMadeUp,
        settings: try reading.settings().count, staff: try reading.staff().count,
        children: try reading.childCount())
    }
  }
}
