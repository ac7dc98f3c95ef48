// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// A rota of a week, and those that people have held before it: what a calendar or a list of changes is measured
/// against.
public enum GetHeldRotas: Operation {
  public struct Output: Sendable {
    public let rota: KeptRota
    /// Every rota of the week that was published before this one, in the order of publication; for a draft, every one
    /// so far.
    public let earlier: [KeptRota]

    /// The rota that this one supersedes, or, as a draft, would supersede.
    public var superseded: KeptRota? { self.earlier.last }
  }

  public static let name = "rota.held"
  public static let roles = GetRota.roles

  public static func perform(
    _ input: GetRota.Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    let rota = try await GetRota.run(input, in: practice, as: person)
    let ofWeek = try await practice.store.read(as: person) { try $0.rotas(in: input.week) }
    let held = ofWeek.compactMap { record -> (at: Instant, record: RotaRecord)? in
      guard let at = record.publishedAt, record.id != rota.record.id else { return nil }
      return rota.record.publishedAt.map { at < $0 } ?? true ? (at, record) : nil
    }
    let earlier = try held.sorted { ($0.at, $0.record.id) < ($1.at, $1.record.id) }.map { _, record in
      try practice.kept(record, among: ofWeek)
    }
    return Output(rota: rota, earlier: earlier)
  }
}
