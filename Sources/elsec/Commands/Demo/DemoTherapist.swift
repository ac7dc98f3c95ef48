// SPDX-License-Identifier: Apache-2.0

import Exchange
import Vocabulary

/// Fills in a file of proposals as a therapist might: each child's row gets its own decision.
enum DemoTherapist {
  /// Every fortieth targeted child is placed a tier higher, with a reason; of ten children to be reviewed,
  /// nine are seen and placed, and one stays under review.
  ///
  /// - Returns: how many rows were decided, and how many of these against the proposal.
  static func fillIn(_ path: String) throws -> (decided: Int, overridden: Int) {
    var writer = CSVWriter(for: .programs)
    var (decided, overridden, targeted, review) = (0, 0, 0, 0)
    var tierColumn: Int?
    try CSVReader.read(try Disk.read(path), file: path) { row in
      var cells = row.cells
      guard let tier = tierColumn else {
        tierColumn = cells.firstIndex(of: "tier")
        return writer.row(cells)
      }
      let proposed = cells[tier - 1]
      cells[tier] = proposed
      if proposed == "targeted" {
        targeted += 1
        if targeted.isMultiple(of: 40) {
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
