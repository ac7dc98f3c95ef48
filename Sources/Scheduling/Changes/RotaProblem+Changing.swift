// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension RotaProblem {
  func changing(_ id: StaffID, _ change: (Staff) throws -> Staff) throws -> RotaProblem {
    var staff = self.staff
    let position = try Self.known(self.staffIndex[id], "person", id.rawValue)
    staff[position] = try change(staff[position])
    return try self.replacing(staff: staff)
  }

  func changing(_ id: VisitID, _ change: (Visit) throws -> Visit) throws -> RotaProblem {
    var visits = self.visits
    let position = try Self.known(self.visitIndex[id], "visit", id.rawValue)
    visits[position] = try change(visits[position])
    return try self.replacing(visits: visits)
  }

  func changing(_ id: SeriesID, _ change: (Series) -> Series) throws -> RotaProblem {
    var series = self.series
    let position = try Self.known(self.seriesIndex[id], "series", id.rawValue)
    series[position] = change(series[position])
    return try self.replacing(series: series)
  }

  static func known<Value>(_ value: Value?, _ noun: String, _ id: String) throws -> Value {
    guard let value else { throw Fault(.rotaProblemInvalid, "there is no \(noun) '\(id)' to change", at: id) }
    return value
  }

  /// The name of a person, a place or a visit's place for words; its id where the problem does not know it.
  func name(of staff: StaffID) -> String { self.staffIndex[staff].map { self.staffName($0) } ?? staff.rawValue }
  func name(of place: PlaceID) -> String { self.placeIndex[place].map { self.placeName($0) } ?? place.rawValue }
}

/// `1 more minute`, `25 more minutes`
func more(_ minutes: Int) -> String { counted(minutes, "more minute") }
