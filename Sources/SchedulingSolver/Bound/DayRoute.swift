// SPDX-License-Identifier: Apache-2.0

/// One possible working day: which nodes of a piece, in which order, and what that costs whatever the rest of the rota is.
struct DayRoute: Hashable {
  /// Positions of nodes in ``PieceNetwork/nodes``, in order of time.
  let nodes: [Int32]
  /// Points: travel, wishes for staff and times, the shift itself.
  let points: Int
  /// Units of travel and visits.
  let work: Int
}
