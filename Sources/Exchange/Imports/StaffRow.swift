// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One member of the team: who, what they can do, where they start from and when they work.
public struct StaffRow: ImportedRow, Hashable {
  /// The hours of one day of the week.
  public struct Shift: Sendable, Hashable, CustomStringConvertible {
    /// 1 is Monday, 5 is Friday.
    public let weekday: Int
    public let hours: TimeSpan

    public init(weekday: Int, hours: TimeSpan) {
      self.weekday = weekday
      self.hours = hours
    }

    /// `mon 08:30-16:30`
    public var description: String { "\(StaffRow.weekdays[self.weekday - 1]) \(self.hours)" }
  }

  static let weekdays = ["mon", "tue", "wed", "thu", "fri"]

  public let id: StaffID
  public let name: String
  /// `practitioner`, `therapist`, …: the roles among which load is balanced.
  public let role: String
  /// The Agenda for Change band, 2 to 9; `nil` when it does not apply.
  public let band: Int?
  /// Sorted, each once.
  public let skills: [String]
  /// Where the working day begins and ends: the name of a place, or a setting's reference.
  public let base: String
  /// Where `base` is, when it is not a setting: from a grid reference, else from latitude and longitude.
  public let baseCoordinate: Coordinate?
  public let shifts: [Shift]
  public let weekMinutes: Int?
  public let contactMinutes: Int?
  public let isTermTimeOnly: Bool
  public let email: String?
  /// Whether the file says that the person is invented.
  public let isMadeUp: Bool

  public var identity: String? { self.id.rawValue }
  public static let identityColumn = "id"

  public static let layout = ImportLayout(
    "staff",
    [
      .required("id", also: ["staff_id"]), .required("name"), .required("role"), .init("band"),
      .init("skills"), .required("base"), .init("base_lat"), .init("base_lon"), .init("base_easting"),
      .init("base_northing"), .init("mon"), .init("tue"),
      .init("wed"), .init("thu"), .init("fri"), .init("week_minutes"), .init("contact_minutes"),
      .init("term_time_only"), .init("email"), .init("made_up"),
    ],
    isPersonal: true
  )

  public init?(_ cells: inout ImportCells) {
    let id = cells.required("id")
    let name = cells.required("name")
    let role = cells.required("role")
    let base = cells.required("base")
    self.band = cells.integer("band", 2...9)
    self.skills = Set(cells.list("skills")).sorted()
    let grid = cells.grid("base_easting", "base_northing")
    self.baseCoordinate = grid?.coordinate ?? cells.coordinate("base_lat", "base_lon")
    self.shifts = Self.shifts(&cells)
    self.weekMinutes = cells.integer("week_minutes", 0...3_600)
    self.contactMinutes = cells.integer("contact_minutes", 0...1_440)
    self.isTermTimeOnly = cells.flag("term_time_only") ?? false
    self.isMadeUp = cells.flag("made_up") ?? false
    self.email = cells.value("email", "an e-mail address", "write it as name@place.example") { text in
      let parts = text.split(separator: "@", omittingEmptySubsequences: false)
      return parts.count == 2 && !parts.contains("") && !text.contains(" ") ? text : nil
    }
    guard cells.problems.isEmpty, let id, let name, let role, let base else { return nil }
    self.id = StaffID(id)
    self.name = name
    self.role = role
    self.base = base
  }

  private static func shifts(_ cells: inout ImportCells) -> [Shift] {
    var shifts: [Shift] = []
    for (index, day) in Self.weekdays.enumerated() {
      let hours = cells.value(
        day,
        "a shift",
        "write it as 08:30-16:30, or leave it empty on a day off",
        { TimeSpan($0) }
      )
      if let hours { shifts.append(Shift(weekday: index + 1, hours: hours)) }
    }
    return shifts
  }
}
