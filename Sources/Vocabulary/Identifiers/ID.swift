// SPDX-License-Identifier: Apache-2.0

/// Names one entity: an `ID<ChildTag>` cannot be passed where an `ID<SettingTag>` is wanted.
///
/// The raw value is opaque. Ids made here are UUIDv7; ids in imported files may be any non-empty text.
public struct ID<Tag>: RawRepresentable, Hashable, Sendable, Comparable, CustomStringConvertible {
  public let rawValue: String

  public init(rawValue: String) { self.rawValue = rawValue }
  public init(_ rawValue: String) { self.rawValue = rawValue }

  public var description: String { self.rawValue }
  public static func < (a: Self, b: Self) -> Bool { a.rawValue < b.rawValue }
}

extension ID: Codable {
  public init(from decoder: any Decoder) throws {
    self.rawValue = try decoder.singleValueContainer().decode(String.self)
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.rawValue)
  }
}

public enum ChildTag {}
public enum CohortTag {}
public enum ScreeningTag {}
public enum StaffTag {}
public enum SettingTag {}
public enum VisitTag {}
public enum SeriesTag {}
public enum PlaceTag {}
public enum RotaTag {}
public enum PlanTag {}
public enum EvidenceTag {}
public enum EntryTag {}

public typealias ChildID = ID<ChildTag>
public typealias CohortID = ID<CohortTag>
public typealias ScreeningID = ID<ScreeningTag>
public typealias StaffID = ID<StaffTag>
/// A setting's id is its URN or Ofsted EY number as text; see ``SettingReference``.
public typealias SettingID = ID<SettingTag>
public typealias VisitID = ID<VisitTag>
public typealias SeriesID = ID<SeriesTag>
public typealias PlaceID = ID<PlaceTag>
public typealias RotaID = ID<RotaTag>
public typealias PlanID = ID<PlanTag>
public typealias EvidenceID = ID<EvidenceTag>
/// One sitting at which a screener's answers are typed in.
public typealias EntryID = ID<EntryTag>
