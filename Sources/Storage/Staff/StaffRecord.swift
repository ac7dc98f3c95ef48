// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Someone who makes visits.
public struct StaffRecord: Sendable, Hashable {
  public let id: StaffID
  public var name: String
  /// `practitioner`, `therapist` or what the service calls it.
  public var role: String
  /// The pay band, as text.
  public var band: String?
  public var skills: [String]
  /// Where the day starts and ends: a setting's id, or the name of an office.
  public var base: String?
  /// Degrees on WGS84.
  public var baseLatitude: Double?
  public var baseLongitude: Double?
  /// Minutes a week.
  public var contractedMinutes: Int?
  /// Limit on one day's visit minutes.
  public var contactMinutes: Int?
  public var termTimeOnly: Bool
  /// The working week in the form the importer reads.
  public var shifts: String
  /// The last day of work, once it is known.
  public var left: CivilDate?

  public init(
    id: StaffID,
    name: String,
    role: String,
    band: String? = nil,
    skills: [String] = [],
    base: String? = nil,
    baseLatitude: Double? = nil,
    baseLongitude: Double? = nil,
    contractedMinutes: Int? = nil,
    contactMinutes: Int? = nil,
    termTimeOnly: Bool = false,
    shifts: String = "",
    left: CivilDate? = nil
  ) {
    self.id = id
    self.name = name
    self.role = role
    self.band = band
    self.skills = skills
    self.base = base
    self.baseLatitude = baseLatitude
    self.baseLongitude = baseLongitude
    self.contractedMinutes = contractedMinutes
    self.contactMinutes = contactMinutes
    self.termTimeOnly = termTimeOnly
    self.shifts = shifts
    self.left = left
  }
}

extension StaffRecord: TableRow {
  static let table = TableShape(
    "staff",
    key: 1,
    [
      "id", "name", "role", "band", "skills", "base", "base_latitude", "base_longitude",
      "contracted_minutes", "contact_minutes", "term_time_only", "shifts", "left_on",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      name: try row.next(),
      role: try row.next(),
      band: try row.next(),
      skills: try row.next(),
      base: try row.next(),
      baseLatitude: try row.next(),
      baseLongitude: try row.next(),
      contractedMinutes: try row.next(),
      contactMinutes: try row.next(),
      termTimeOnly: try row.next(),
      shifts: try row.next(),
      left: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.name.column, self.role.column, self.band.column, self.skills.column,
      self.base.column, self.baseLatitude.column, self.baseLongitude.column, self.contractedMinutes.column,
      self.contactMinutes.column, self.termTimeOnly.column, self.shifts.column, self.left.column,
    ]
  }
}
