// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage

/// What a week's rota leaves owed when the week ends, with the price of each thing. Of the weeks before, what was
/// said to be held counts, and what a rota that still stands has planned without anybody's word on it; for those
/// who plan that includes the drafts after the latest published week.
public enum ShowOwed: Operation {
  public static let name = "rota.owed"
  public static let roles = GetRota.roles

  public static func perform(
    _ input: GetRota.Input, in practice: Practice, as person: Principal
  ) async throws -> OwedAtWeekEnd {
    let rota = try await GetRota.run(input, in: practice, as: person)
    let sees = Set<Role>.managing.contains(person.role) && !input.onlyPublished
    return try await practice.store.read(as: person) {
      try $0.owed(after: rota, practice, counting: sees ? .draftsAhead : .published)
    }
  }
}
