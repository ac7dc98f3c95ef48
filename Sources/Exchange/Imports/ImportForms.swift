// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// The forms of cell that several files share.
extension ImportCells {
  mutating func date(_ column: String) -> CivilDate? {
    self.value(column, "a date", "write it as 2026-11-30") { CivilDate($0) }
  }

  mutating func requiredDate(_ column: String) -> CivilDate? {
    self.required(column, "a date", "write it as 2026-11-30") { CivilDate($0) }
  }

  mutating func time(_ column: String) -> TimeOfDay? {
    self.value(column, "a time of day", "write it as 09:15") { TimeOfDay($0) }
  }

  mutating func integer(_ column: String, _ range: ClosedRange<Int>) -> Int? {
    self.value(
      column,
      "a whole number from \(range.lowerBound) to \(range.upperBound)",
      "write digits only, or leave the cell empty when it is not known"
    ) { text in
      Int(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  mutating func decimal(_ column: String, _ range: ClosedRange<Double>) -> Double? {
    self.value(
      column,
      "a number from \(range.lowerBound) to \(range.upperBound)",
      "write it with a decimal point"
    ) { text in
      Double(text).flatMap { range.contains($0) ? $0 : nil }
    }
  }

  /// Yes or no; Python's and spreadsheets' words are read too.
  mutating func flag(_ column: String) -> Bool? {
    self.value(column, "yes or no", "write yes or no, or leave it empty when it is not known") { text in
      switch text.lowercased() {
      case "yes", "y", "true", "1": true
      case "no", "n", "false", "0": false
      default: nil
      }
    }
  }

  /// A list separated by semicolons; empty parts are dropped.
  func list(_ column: String) -> [String] {
    (self.text(column) ?? "").split(separator: ";").map { trimmed(String($0)) }.filter { !$0.isEmpty }
  }
}

extension ImportCells {
  /// Two columns that make one point on the British National Grid, in metres: both or neither.
  mutating func grid(_ easting: String, _ northing: String) -> GridReference? {
    let east = self.integer(easting, 0...700_000)
    let north = self.integer(northing, 0...1_300_000)
    self.bothOrNeither(easting, northing)
    guard let east, let north else { return nil }
    return GridReference(easting: east, northing: north)
  }

  /// Two columns that make one point on WGS84: both or neither.
  mutating func coordinate(_ latitude: String, _ longitude: String) -> Coordinate? {
    let north = self.decimal(latitude, -90...90)
    let east = self.decimal(longitude, -180...180)
    self.bothOrNeither(latitude, longitude)
    guard let north, let east else { return nil }
    return Coordinate(latitude: north, longitude: east)
  }

  mutating func bothOrNeither(_ one: String, _ other: String) {
    for (here, there) in [(one, other), (other, one)]
    where self.text(here) == nil && self.text(there) != nil {
      self.problem(
        .importMissing,
        here,
        "the cell is empty",
        "give both '\(one)' and '\(other)', or neither"
      )
    }
  }
}

extension ImportCells {
  /// A cell in the written form of a checked type; the type's own fault says what is wrong with it.
  mutating func checked<Value: CheckedText>(_ column: String, _ type: Value.Type = Value.self) -> Value? {
    guard let text = self.text(column) else { return nil }
    do {
      return try Value(validating: text)
    } catch {
      let fault = error as? Fault
      self.problem(
        fault?.code ?? .malformed,
        column,
        fault?.message ?? "the cell cannot be read",
        fault?.hint ?? "check the cell"
      )
      return nil
    }
  }

  mutating func requiredChecked<Value: CheckedText>(
    _ column: String,
    _ form: String,
    _ type: Value.Type = Value.self
  ) -> Value? {
    guard self.text(column) != nil else {
      self.problem(.importMissing, column, "the cell is empty", "every row needs \(form) in '\(column)'")
      return nil
    }
    return self.checked(column, type)
  }
}
