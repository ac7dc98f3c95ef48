// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A school, nursery or other place where children are screened and seen.
public struct SettingRecord: Sendable, Hashable {
  /// The URN or Ofsted EY number.
  public let id: SettingID
  public var kind: SettingKind
  public var name: String
  public var phase: Phase
  public var postcode: Postcode?
  /// Metres on the British National Grid (EPSG:27700).
  public var easting: Int?
  public var northing: Int?
  /// Degrees on WGS84.
  public var latitude: Double?
  public var longitude: Double?
  public var localAuthority: LACode?
  public var pupils: Int?
  /// How many visits may run here at once.
  public var rooms: Int
  /// When children are there, in the form the importer reads: `08:45-11:45;12:45-15:15`.
  public var sessions: String
  /// The data-sharing agreement's reference; `nil` when there is none.
  public var agreement: String?
  /// Where the facts are from, with the extract's date.
  public var source: String

  public init(
    id: SettingID,
    kind: SettingKind,
    name: String,
    phase: Phase = .notApplicable,
    postcode: Postcode? = nil,
    easting: Int? = nil,
    northing: Int? = nil,
    latitude: Double? = nil,
    longitude: Double? = nil,
    localAuthority: LACode? = nil,
    pupils: Int? = nil,
    rooms: Int = 1,
    sessions: String = "",
    agreement: String? = nil,
    source: String = ""
  ) {
    self.id = id
    self.kind = kind
    self.name = name
    self.phase = phase
    self.postcode = postcode
    self.easting = easting
    self.northing = northing
    self.latitude = latitude
    self.longitude = longitude
    self.localAuthority = localAuthority
    self.pupils = pupils
    self.rooms = rooms
    self.sessions = sessions
    self.agreement = agreement
    self.source = source
  }
}

extension SettingRecord: TableRow {
  static let table = TableShape(
    "setting",
    key: 1,
    [
      "id", "kind", "name", "phase", "postcode", "easting", "northing", "latitude", "longitude",
      "local_authority", "pupils", "rooms", "sessions", "agreement", "source",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      kind: try row.next(),
      name: try row.next(),
      phase: try row.next(),
      postcode: try row.next(),
      easting: try row.next(),
      northing: try row.next(),
      latitude: try row.next(),
      longitude: try row.next(),
      localAuthority: try row.next(),
      pupils: try row.next(),
      rooms: try row.next(),
      sessions: try row.next(),
      agreement: try row.next(),
      source: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.kind.column, self.name.column, self.phase.column, self.postcode.column,
      self.easting.column, self.northing.column, self.latitude.column, self.longitude.column,
      self.localAuthority.column, self.pupils.column, self.rooms.column, self.sessions.column,
      self.agreement.column, self.source.column,
    ]
  }
}
