// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension SettingRow {
  /// The name decides, else the code, else it is not applicable. Local lists also say `Special` and
  /// `PRU/AP`, for which the register has no phase.
  static func phase(_ cells: inout ImportCells) -> Phase {
    let names = Phase.allCases.map(\.title).joined(separator: ", ")
    let named = cells.value("phase", "a phase of education", "use one of: \(names)") { text in
      Phase(text) ?? (["special", "pru/ap"].contains(text.lowercased()) ? .notApplicable : nil)
    }
    let coded = cells.integer("phase_code", 0...7).flatMap { Phase(rawValue: $0) }
    return named ?? coded ?? .notApplicable
  }

  /// Two whole numbers of metres: both or neither.
  static func grid(_ cells: inout ImportCells) -> GridReference? {
    let easting = cells.integer("easting", 0...700_000)
    let northing = cells.integer("northing", 0...1_300_000)
    switch (cells.text("easting"), cells.text("northing")) {
    case (nil, nil): return nil
    case (nil, _):
      cells.problem(
        .importMissing,
        "easting",
        "the cell is empty",
        "give both Easting and Northing, or neither"
      )
    case (_, nil):
      cells.problem(
        .importMissing,
        "northing",
        "the cell is empty",
        "give both Easting and Northing, or neither"
      )
    case (_, _): break
    }
    guard let easting, let northing else { return nil }
    return GridReference(easting: easting, northing: northing)
  }

  /// Open, and open but proposed to close, are open; a file without a status lists open settings.
  static func isOpen(_ cells: ImportCells) -> Bool {
    if let code = cells.text("status_code") { return code == "1" || code == "3" }
    guard let status = cells.text("status")?.lowercased() else { return true }
    return status.hasPrefix("open")
  }
}
