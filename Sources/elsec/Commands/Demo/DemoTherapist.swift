// SPDX-License-Identifier: Apache-2.0

import Exchange
import Vocabulary

/// Fills in a file of proposals as a therapist might: each child's row gets its own decision.
enum DemoTherapist {
  /// Every eighth child in the red band goes to the specialist tier and every fortieth targeted one gets a
  /// longer course, with a reason; of ten children to be reviewed, nine are seen and placed, and one stays under
  /// review.
  ///
  /// - Returns: how many rows were decided, and how many of these against the proposal.
  static func fillIn(_ path: String) throws -> (decided: Int, overridden: Int) {
    var writer = CSVWriter(for: .programs)
    var (decided, overridden, targeted, red, review) = (0, 0, 0, 0, 0)
    var columns: (tier: Int, band: Int)?
    try CSVReader.read(try Disk.read(path), file: path) { row in
      var cells = row.cells
      guard let (tier, band) = columns else {
        if let tier = cells.firstIndex(of: "tier"), let band = cells.firstIndex(of: "band") {
          columns = (tier, band)
        }
        return writer.row(cells)
      }
      let proposed = cells[tier - 1]
      cells[tier] = proposed
      if proposed == "targeted" {
        targeted += 1
        red += cells[band] == "red" ? 1 : 0
        if cells[band] == "red", red.isMultiple(of: 8) {
          (cells[tier], cells[tier + 1]) = ("specialist", "a therapist has a concern, seen in class")
        } else if targeted.isMultiple(of: 40) {
          (cells[tier], cells[tier + 1]) = ("targeted-plus", "needs more than a short course, seen in class")
        }
      } else if proposed == "review" {
        review += 1
        if !review.isMultiple(of: 10) {
          let tiers = ["universal", "targeted", "universal"]
          (cells[tier], cells[tier + 1]) = (tiers[review % 3], "assessed with an interpreter, by exposure to English")
        }
      }
      decided += 1
      overridden += cells[tier] == proposed ? 0 : 1
      writer.row(cells)
    }
    try Disk.write(writer.text, to: path)
    return (decided, overridden)
  }
}
