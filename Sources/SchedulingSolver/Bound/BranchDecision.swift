// SPDX-License-Identifier: Apache-2.0

/// One assumption of a branch of the search for the bound. The two assumptions that a branching makes are never both wrong.
enum BranchDecision: Hashable {
  /// Of the visits of one weight (position in ``WeeklyRows/leftOutRows``), this many are left out.
  case leftOut(of: Int, Int, Int)
  case isLeftOut(Int)
  case isPlaced(Int)
  /// The visit stands on no piece but those of this person.
  case belongs(visit: Int, person: Int)
  case avoids(visit: Int, person: Int)
  /// The visit stands on no piece but this one.
  case isOn(visit: Int, piece: Int)
  case isOff(visit: Int, piece: Int)
}
