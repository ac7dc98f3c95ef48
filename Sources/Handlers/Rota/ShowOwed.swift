// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Storage

/// A week's rota, and what it leaves owed when the week ends, with the price of each thing. Of the weeks before, what was
/// said to be held counts, and what a rota that still stands has planned without anybody's word on it; for those
/// who plan that includes the drafts after the latest published week.
public enum ShowOwed: Operation {
  public static let name = "rota.owed"
  public static let roles = GetRota.roles

  public static func perform(
    _ input: GetRota.Input, in practice: Practice, as person: Principal
  ) async throws -> (rota: KeptRota, owed: OwedAtWeekEnd) {
    let rota = try await GetRota.run(input, in: practice, as: person)
    let sees = Set<Role>.managing.contains(person.role) && !input.onlyPublished
    let owed = try await practice.store.read(as: person) {
      try $0.owed(after: rota, practice, counting: sees ? .draftsAhead : .published)
    }
    return (rota, owed)
  }
}
