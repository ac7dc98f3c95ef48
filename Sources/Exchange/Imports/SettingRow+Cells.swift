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

  /// Open, and open but proposed to close, are open; a file without a status lists open settings.
  static func isOpen(_ cells: ImportCells) -> Bool {
    if let code = cells.text("status_code") { return code == "1" || code == "3" }
    guard let status = cells.text("status")?.lowercased() else { return true }
    return status.hasPrefix("open")
  }
}
