// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// The screeners at hand, by id and version.
public struct ScreenerCatalogue: Sendable {
  /// By id, then ascending version.
  public let definitions: [ScreenerDefinition]

  /// Throws `screener.twice` when two definitions share id and version.
  public init(_ definitions: [ScreenerDefinition]) throws {
    self.definitions = definitions.sorted { ($0.id, $0.version) < ($1.id, $1.version) }
    for (one, other) in zip(self.definitions, self.definitions.dropFirst())
    where one.id == other.id && one.version == other.version {
      throw Fault(
        .screenerTwice,
        "\(one.id) \(one.version) is defined twice",
        at: "\(one.id)",
        maybe: one.hash == other.hash
          ? "remove one of the two identical files" : "give the changed definition a new version"
      )
    }
  }

  /// Ascending, each once.
  public var ids: [ScreenerID] {
    self.definitions.map(\.id).reduce(into: []) { ids, id in if ids.last != id { ids.append(id) } }
  }

  /// Ascending; empty for an unknown id.
  public func versions(of id: ScreenerID) -> [ScreenerVersion] {
    self.definitions.filter { $0.id == id }.map(\.version)
  }

  /// The version asked for, whatever its status. Without a version: the highest active one, else the highest
  /// demo; drafts and retired versions are only found by naming them.
  ///
  /// Throws `screener.unknown`, listing what there is.
  public func definition(_ reference: ScreenerReference) throws -> ScreenerDefinition {
    let candidates = self.definitions.filter { $0.id == reference.id }
    guard !candidates.isEmpty else {
      let ids = self.ids.map(\.rawValue).joined(separator: ", ")
      throw Fault(
        .screenerUnknown,
        "there is no screener \(reference.id)",
        at: "\(reference)",
        maybe: ids.isEmpty ? "add one to the folder of screeners" : "there are \(ids)"
      )
    }
    if let version = reference.version {
      if let found = candidates.first(where: { $0.version == version }) { return found }
      throw Fault(
        .screenerUnknown,
        "there is no version \(version) of \(reference.id)",
        at: "\(reference)",
        maybe: "there are \(Self.list(candidates))"
      )
    }
    for status in [ScreenerDefinition.Status.active, .demo] {
      if let found = candidates.last(where: { $0.status == status }) { return found }
    }
    throw Fault(
      .screenerUnknown,
      "no version of \(reference.id) is in use",
      at: "\(reference)",
      maybe: "name one: \(Self.list(candidates))"
    )
  }

  private static func list(_ definitions: [ScreenerDefinition]) -> String {
    definitions.map { "\($0.version) (\($0.status.rawValue))" }.joined(separator: ", ")
  }
}
