// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One change that a person makes to a rota by hand.
public enum RotaEdit: Sendable, Hashable {
  /// Fixes a visit's people, day or start, for this rota and later ones. What is `nil` is not fixed; when all
  /// three are, the visit is fixed where it stands.
  case pin(VisitID, staff: [StaffID]? = nil, day: RotaDay? = nil, start: Int? = nil)
  /// Takes a visit's pin away.
  case unpin(VisitID)
  /// Puts a visit elsewhere; what is `nil` stays as it is. A visit that is left out needs all three.
  case move(VisitID, staff: [StaffID]? = nil, day: RotaDay? = nil, start: Int? = nil)
  /// Each of two visits takes the other's people, day and start; one of them may be left out.
  case swap(VisitID, VisitID)
}
