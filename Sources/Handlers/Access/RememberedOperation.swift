// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

extension Operation where Self: SendableMetatype {
  /// Runs an operation of several transactions for a key: the same call again gets the first answer and does nothing.
  ///
  /// The answer is kept after the work, not with it: after a crash in between, a repeated call does the work again. For
  /// work that a repetition does no harm to; the rest is a ``RecordOperation``.
  ///
  /// - Parameters:
  ///   - key: `nil`: every call is a new one.
  ///   - text: the answer as it is kept and given.
  /// - Throws: `store.key-reused` when the key came with other parameters; what ``run(_:in:as:)`` throws.
  public static func run(
    _ input: Input, remembering key: CallKey?, in practice: Practice, as person: Principal,
    _ text: @escaping @Sendable (Output) throws -> String
  ) async throws -> String {
    try Self.refuse(person)
    guard let key else { return try text(try await Self.perform(input, in: practice, as: person)) }
    let kept = try await practice.store.read(as: person) { try $0.answer(toKey: key.text, params: key.params) }
    if let kept { return kept }
    let answer = try text(try await Self.perform(input, in: practice, as: person))
    return try await practice.store.write(as: person) { records in
      if let kept = try records.answer(toKey: key.text, params: key.params) { return kept }
      try records.remember(answer, forKey: key.text, params: key.params)
      return answer
    }
  }
}
