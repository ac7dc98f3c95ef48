// SPDX-License-Identifier: Apache-2.0

public import Storage

/// Adds and updates measured travel times, which go before the formula.
public enum ImportTravel: Operation {
  public struct Input: Sendable {
    public let legs: [TravelMinutesRecord]
    public let apply: Bool

    public init(legs: [TravelMinutesRecord], apply: Bool) {
      self.legs = legs
      self.apply = apply
    }
  }

  public static let name = "travel.import"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      let legs = input.legs.map { "\($0.origin) → \($0.destination)" }
      let changes = Array(zip(legs, try records.put(input.legs)))
      return ImportReport(applied: input.apply, changes)
    }
  }
}
