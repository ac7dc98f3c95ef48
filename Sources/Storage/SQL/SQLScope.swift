// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Whose rows a transaction is about. An engine with row-level security shows it no others.
public enum SQLScope: Sendable, Hashable {
  /// No area's: the schema, and the list of areas. Area-bound tables are empty where rows are secured.
  case everywhere
  case area(AreaID)
  /// The one account with this token: asked before its area is known.
  case token(Digest)
  /// The jobs of every area and nothing else: what workers take their work from.
  case queue
}
