// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A rota laid out for reading: a row a person, a cell a day.
public struct RotaTable: Sendable, Hashable {
  public enum Cell: Sendable, Hashable {
    /// No shift, and nothing to do.
    case off
    /// On shift without a visit.
    case free(RotaProblem.Shift)
    case working(DayTimeline)

    public var timeline: DayTimeline? {
      if case .working(let timeline) = self { timeline } else { nil }
    }
  }

  public struct Row: Sendable, Hashable {
    public let staff: StaffID
    public let name: String
    public let role: String
    /// One a day of the horizon.
    public let cells: [Cell]

    public var visitMinutes: Int { self.cells.reduce(0) { $0 + ($1.timeline?.visitMinutes ?? 0) } }
    public var travelMinutes: Int { self.cells.reduce(0) { $0 + ($1.timeline?.travelMinutes ?? 0) } }
  }

  public let dayNames: [String]
  /// In the order of the problem's staff.
  public let rows: [Row]
  /// Names of the places and of the people, for printing.
  private let placeNames: [PlaceID: String]
  private let staffNames: [StaffID: String]

  /// Assignments to days outside the horizon, to unknown people or of unknown visits do not stand in it.
  public init(_ answer: RotaAnswer, of problem: RotaProblem) {
    let rota = PlacedRota(answer, of: problem)
    let days = 0..<problem.horizon.days
    self.dayNames = days.map { problem.dayName($0) }
    self.rows = problem.staff.indices.map { staff in
      let person = problem.staff[staff]
      let cells = days.map { day -> Cell in
        if let work = rota.day(of: staff, on: day) { return .working(DayTimeline(work, in: problem)) }
        return person.shifts.first { $0.day == day }.map { .free($0) } ?? .off
      }
      return Row(staff: person.id, name: problem.staffName(staff), role: person.role, cells: cells)
    }
    self.placeNames = Dictionary(
      uniqueKeysWithValues: problem.places.indices.map { (problem.places[$0].id, problem.placeName($0)) }
    )
    self.staffNames = Dictionary(
      uniqueKeysWithValues: problem.staff.indices.map { (problem.staff[$0].id, problem.staffName($0)) }
    )
  }

  public func placeName(_ id: PlaceID) -> String { self.placeNames[id] ?? id.rawValue }
  public func staffName(_ id: StaffID) -> String { self.staffNames[id] ?? id.rawValue }
}
