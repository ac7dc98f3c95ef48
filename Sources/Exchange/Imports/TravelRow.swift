// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One leg of a travel matrix: how long it takes from one place to another. Not necessarily the same back.
public struct TravelRow: ImportedRow, Hashable {
  /// A setting's reference, or the name of a base.
  public let origin: String
  public let destination: String
  /// Whole minutes of driving, parking not counted.
  public let minutes: Int
  public let kilometres: Double?
  /// Who or what measured it.
  public let source: String
  public let date: CivilDate?

  public var identity: String? { "\(self.origin) \u{2192} \(self.destination)" }
  public static let identityColumn = "destination"

  public static let layout = ImportLayout(
    "travel",
    [
      .required("origin"), .required("destination"), .required("minutes"), .init("km"),
      .required("source"), .init("date"),
    ],
    isPersonal: false
  )

  public init?(_ cells: inout ImportCells) {
    let origin = cells.required("origin")
    let destination = cells.required("destination")
    let minutes = cells.required("minutes", "whole minutes from 0 to 600", "round to the next whole minute") {
      Int($0).flatMap { (0...600).contains($0) ? $0 : nil }
    }
    self.kilometres = cells.decimal("km", 0...1_000)
    let source = cells.required("source")
    self.date = cells.date("date")
    if let origin, origin == destination, let minutes, minutes != 0 {
      cells.problem(
        .importContradiction,
        "minutes",
        "a place is \(minutes) minutes away from itself",
        "write 0, or leave the row out"
      )
    }
    guard cells.problems.isEmpty, let origin, let destination, let minutes, let source else { return nil }
    self.origin = origin
    self.destination = destination
    self.minutes = minutes
    self.source = source
  }
}
