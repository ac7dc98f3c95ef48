// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Makes a draft the rota that people hold for its week; the one they held is superseded.
public enum PublishRota: RecordOperation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    /// `nil`: the latest draft of the week.
    public let rota: RotaID?

    public init(week: SchoolWeek, rota: RotaID? = nil) {
      self.week = week
      self.rota = rota
    }
  }

  public static let name = "rota.publish"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> RotaRecord {
    let drafts = try records.rotas(in: input.week, status: .draft)
    guard let draft = input.rota.map({ id in drafts.first { $0.id == id } }) ?? drafts.first else {
      throw Fault(
        .notFound, "there is no draft rota for \(input.week)",
        maybe: "run 'elsec rota plan --week \(input.week)'")
    }
    try records.publish(draft.id, replacing: try records.publishedRota(for: input.week)?.id)
    return try records.rota(draft.id) ?? draft
  }
}
