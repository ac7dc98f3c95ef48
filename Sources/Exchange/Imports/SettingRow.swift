// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One school or nursery, as Get Information About Schools names the columns, or in lower-case names.
public struct SettingRow: ImportedRow, Hashable {
  public let reference: SettingReference
  public let name: String
  public let localAuthorityCode: LACode?
  public let localAuthorityName: String?
  /// The GSS code of the local authority.
  public let area: GSSCode?
  public let phase: Phase
  /// The phase in the words of the file: local lists tell special schools and pupil referral units apart.
  public let phaseTitle: String?
  public let postcode: Postcode?
  /// The point on the British National Grid (EPSG:27700), in metres.
  public let grid: GridReference?
  /// Latitude and longitude as the file states them. Some files state them on another datum, about 110 m
  /// off; ``coordinate`` therefore prefers ``grid``.
  public let statedCoordinate: Coordinate?
  public let lowAge: Int?
  public let highAge: Int?
  public let pupils: Int?
  /// Percent of pupils eligible for free school meals, with English as an additional language, on SEN
  /// support.
  public let freeSchoolMeals: Double?
  public let additionalLanguage: Double?
  public let senSupport: Double?
  /// 1 is the most deprived tenth of areas.
  public let deprivationDecile: Int?
  public let isOpen: Bool
  /// How many visits may run here at once, when the setting has said so.
  public let rooms: Int?
  /// When children are there, one stretch after another; empty when not given. Written in the file as
  /// `08:45-11:45;12:45-15:15`.
  public let sessions: [TimeSpan]
  /// The reference of the data-sharing agreement.
  public let agreement: String?
  /// Whether the file says that the setting is invented.
  public let isMadeUp: Bool

  /// Where the setting is on WGS84: from the grid reference with the datum shift, else as stated.
  public var coordinate: Coordinate? { self.grid?.coordinate ?? self.statedCoordinate }

  public var identity: String? { self.reference.text }
  public static let identityColumn = "urn"

  public static let layout = ImportLayout(
    "settings",
    [
      .required("urn", also: ["EYURN", "Ofsted URN", "reference"]),
      .required("name", also: ["EstablishmentName"]),
      .init("la_code", also: ["LA (code)"]), .init("la_name", also: ["LA (name)"]),
      .init("gss_code", also: ["GSSLACode (name)", "GSSLACode", "utla_code", "lad_code"]),
      .init("phase", also: ["PhaseOfEducation (name)"]),
      .init("phase_code", also: ["PhaseOfEducation (code)"]), .init("postcode"), .init("easting"),
      .init("northing"), .init("lat", also: ["latitude"]), .init("lon", also: ["longitude"]),
      .init("age_low", also: ["StatutoryLowAge"]), .init("age_high", also: ["StatutoryHighAge"]),
      .init("pupils", also: ["NumberOfPupils"]), .init("fsm_pct", also: ["PercentageFSM"]),
      .init("eal_pct"), .init("sen_support_pct"), .init("imd_decile", also: ["imd2025_decile"]),
      .init("status", also: ["EstablishmentStatus (name)"]),
      .init("rooms"), .init("sessions"), .init("agreement"), .init("made_up"),
      .init("status_code", also: ["EstablishmentStatus (code)"]),
    ],
    isPersonal: false
  )

  public init?(_ cells: inout ImportCells) {
    let reference = cells.requiredChecked(
      "urn",
      "a URN or an Ofsted EY number",
      SettingReference.self
    )
    let name = cells.required("name")
    self.localAuthorityCode = cells.checked("la_code")
    self.localAuthorityName = cells.text("la_name")
    self.area = cells.checked("gss_code")
    self.phase = Self.phase(&cells)
    self.phaseTitle = cells.text("phase")
    self.postcode = cells.checked("postcode")
    self.grid = cells.grid("easting", "northing")
    self.statedCoordinate = cells.coordinate("lat", "lon")
    self.lowAge = cells.integer("age_low", 0...25)
    self.highAge = cells.integer("age_high", 0...99)
    self.pupils = cells.integer("pupils", 0...20_000)
    self.freeSchoolMeals = cells.decimal("fsm_pct", 0...100)
    self.additionalLanguage = cells.decimal("eal_pct", 0...100)
    self.senSupport = cells.decimal("sen_support_pct", 0...100)
    self.deprivationDecile = cells.integer("imd_decile", 1...10)
    self.isOpen = Self.isOpen(cells)
    self.rooms = cells.integer("rooms", 1...99)
    self.sessions =
      cells.value(
        "sessions",
        "a list of times",
        "write it as 08:45-11:45;12:45-15:15, in order",
        TimeSpan.list
      ) ?? []
    self.agreement = cells.text("agreement")
    self.isMadeUp = cells.flag("made_up") ?? false
    if let low = self.lowAge, let high = self.highAge, high < low {
      cells.problem(
        .importContradiction,
        "age_high",
        "the highest age \(high) is below the lowest, \(low)",
        "swap the two ages"
      )
    }
    guard cells.problems.isEmpty, let reference, let name else { return nil }
    self.reference = reference
    self.name = name
  }
}
