// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One entry of an area's or a setting's calendar.
public struct CalendarRow: ImportedRow, Hashable {
  public enum Kind: String, Sendable, CaseIterable {
    case term
    case halfTerm = "half-term"
    case bankHoliday = "bank-holiday"
    case inset
    case closure
  }

  public let date: CivilDate
  /// The last day; the same as `date` for a single day.
  public let to: CivilDate
  public let kind: Kind
  /// `nil` = every setting of the area.
  public let setting: SettingReference?
  /// `Autumn term`, `Christmas Day`, `flood`.
  public let title: String

  public var identity: String? { "\(self.kind.rawValue) \(self.date) \(self.setting?.text ?? "")" }
  public static let identityColumn = "date"

  public static let layout = ImportLayout(
    "calendar",
    [
      .required("date", also: ["from"]), .init("to"), .required("kind"), .init("setting", also: ["urn"]),
      .init("title"),
    ],
    isPersonal: false
  )

  public init?(_ cells: inout ImportCells) {
    let date = cells.requiredDate("date")
    let to = cells.date("to") ?? date
    let kinds = Kind.allCases.map(\.rawValue).joined(separator: ", ")
    let kind = cells.required("kind", "a kind of calendar entry", "use one of: \(kinds)") {
      Kind(rawValue: $0.lowercased())
    }
    self.setting = cells.checked("setting")
    if let date, let to, to < date {
      cells.problem(
        .importContradiction,
        "to",
        "the last day \(to) is before the first, \(date)",
        "swap 'date' and 'to'"
      )
    }
    if kind == .closure, cells.text("setting") == nil {
      cells.problem(
        .importMissing,
        "setting",
        "the cell is empty",
        "name the setting that is closed, or use bank-holiday or inset for all"
      )
    }
    let title = cells.text("title") ?? ""
    if let kind, title.isEmpty, kind == .term || kind == .bankHoliday {
      cells.problem(
        .importMissing,
        "title",
        "the cell is empty",
        "give the name, such as 'Autumn term' or 'Good Friday'"
      )
    }
    self.title = title
    guard cells.problems.isEmpty, let date, let to, let kind else { return nil }
    self.date = date
    self.to = to
    self.kind = kind
  }
}
