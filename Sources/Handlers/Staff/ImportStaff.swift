// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Adds and updates the team in one transaction.
public enum ImportStaff: Operation {
  public struct Input: Sendable {
    public let staff: [StaffRecord]
    public let apply: Bool

    public init(staff: [StaffRecord], apply: Bool) {
      self.staff = staff
      self.apply = apply
    }
  }

  public static let name = "staff.import"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      ImportReport(
        applied: input.apply, Array(zip(input.staff.map(\.id.rawValue), try records.put(input.staff))))
    }
  }
}
