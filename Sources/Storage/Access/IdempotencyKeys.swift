// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// The answer already given to this person's call with this key.
  ///
  /// - Parameter params: the hash of the call's method and parameters.
  /// - Throws: `store.key-reused` when the key came with other parameters.
  public func answer(toKey key: String, params: Digest) throws -> String? {
    let rows = try self.rows(
      """
      SELECT params_hash, answer FROM idempotency_key
      WHERE area = $1 AND actor = $2 AND idempotency_key = $3
      """,
      [self.principal.name, key]
    )
    guard let row = rows.first else { return nil }
    var reader = RowReader(row)
    guard try reader.next(Digest.self) == params else {
      throw Fault(
        .storeKeyReused,
        "the same key came with other parameters",
        maybe: "make a new key for every new call"
      )
    }
    return try reader.next()
  }
}

extension Records {
  /// Keeps an answer with the work it stands for, in the same transaction.
  ///
  /// - Throws: `store.conflict` when an answer is kept for the key.
  public func remember(_ answer: String, forKey key: String, params: Digest) throws {
    try self.send(
      """
      INSERT INTO idempotency_key (area, actor, idempotency_key, params_hash, answer, made_at)
      VALUES ($1, $2, $3, $4, $5, $6)
      """,
      [self.principal.name, key, params, answer, self.now]
    )
    try self.audit(.add, "idempotency_key", key, content: Array(answer.utf8))
  }
}
