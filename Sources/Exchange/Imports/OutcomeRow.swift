// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Whether a child was found, later, to have the difficulty that a screening looks for.
public struct OutcomeRow: ImportedRow, Hashable {
  public let child: String
  public let date: CivilDate
  public let isAffected: Bool

  public var identity: String? { self.child }
  public static let identityColumn = "child_ref"

  public static let layout = ImportLayout(
    "outcomes",
    [
      .required("child_ref", also: ["child_id", "id"]), .required("outcome_date", also: ["date"]), .required("outcome"),
    ],
    isPersonal: true
  )

  public init?(_ cells: inout ImportCells) {
    let child = cells.required("child_ref")
    let date = cells.requiredDate("outcome_date")
    let isAffected = cells.required("outcome", "yes or no", "write yes where the difficulty was found") {
      ["yes": true, "no": false][$0.lowercased()]
    }
    guard cells.problems.isEmpty, let child, let date, let isAffected else { return nil }
    self.child = child
    self.date = date
    self.isAffected = isAffected
  }
}
