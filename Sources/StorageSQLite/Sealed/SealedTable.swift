// SPDX-License-Identifier: Apache-2.0

/// What a sealed store seals of one table, and what it leaves plain.
///
/// The sealed columns of a row are sealed together, in one cell: the `carrier` column holds it, and in the other columns
/// stands a stand-in. So nobody sees which of them are empty, and a rule of the schema on one of them (`sex IN ('F', 'M')`)
/// is not broken by what is kept; it is tried on what is written, see ``TableRules``. A row of which the carrier is empty
/// and the riders are NULL has nothing to hide and is kept as it is.
package struct SealedTable: Sendable {
  /// A column whose content rides in the carrier's cell.
  package struct Rider: Sendable {
    package let column: String
    package let standIn: StandIn
  }

  /// What is left in the column of a rider.
  package enum StandIn: Sendable {
    /// NULL; empty text where the schema wants text.
    case nothing
    /// NULL for NULL and empty text for any other: a rule of the schema asks whether there is one.
    case presence
    /// A keyed hash of so many bytes, in hexadecimal, the same for the same text: statements look the column up by
    /// value, or the schema wants it unique.
    case keyed(bytes: Int)
  }

  package let name: String
  package let carrier: String
  package let riders: [Rider]
  /// The columns that stay as they are: ids, states, days and instants that statements compare, order by or join on.
  package let plain: [String]

  init(_ name: String, in carrier: String, _ riders: [(String, StandIn)] = [], plain: String) {
    self.name = name
    self.carrier = carrier
    self.riders = riders.map { Rider(column: $0, standIn: $1) }
    self.plain = plain.split(separator: " ").map(String.init)
  }

  /// The carrier and the riders.
  package var sealedColumns: [String] { [self.carrier] + self.riders.map(\.column) }
}
