// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// The rota of a week: the one that was asked for, else the latest draft for those who plan, else the one
/// that people hold.
public enum GetRota: Operation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    public let rota: RotaID?
    /// The one that people hold, even when there is a later draft.
    public let onlyPublished: Bool

    public init(week: SchoolWeek, rota: RotaID? = nil, onlyPublished: Bool = false) {
      self.week = week
      self.rota = rota
      self.onlyPublished = onlyPublished
    }
  }

  public static let name = "rota.get"
  public static let roles: Set<Role> = [.practitioner, .therapist, .manager, .admin, .worker]

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> KeptRota {
    let sees = Set<Role>.managing.contains(person.role) && !input.onlyPublished
    return try await practice.store.read(as: person) { reading in
      let ofWeek = try reading.rotas(in: input.week)
      let record =
        if let id = input.rota {
          ofWeek.first { $0.id == id && (sees || $0.status == .published) }
        } else {
          (sees ? ofWeek.first { $0.status != .superseded } : nil) ?? ofWeek.first { $0.status == .published }
        }
      guard let record else {
        throw Fault(
          .notFound, sees ? "there is no rota for \(input.week)" : "no rota is published for \(input.week)",
          maybe: "run 'elsec rota plan --week \(input.week)'")
      }
      var kept = try practice.kept(record, among: ofWeek)
      kept.acceptance = try reading.repairAcceptance(of: record.id)
      return kept
    }
  }
}

extension Practice {
  /// Reads a rota back into values.
  ///
  /// - Parameter ofWeek: every rota of its week, in any order.
  func kept(_ record: RotaRecord, among ofWeek: [RotaRecord]) throws -> KeptRota {
    let (problem, answer) = try self.rotaFormat.read(record.problem, record.answer)
    return KeptRota(record, problem, answer, among: ofWeek)
  }
}
