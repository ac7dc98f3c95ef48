// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// An operation that is one writing transaction and nothing else, so that it can be kept together with the answer
/// to the call that asked for it. Conforming types write ``perform(_:on:in:)``.
public protocol RecordOperation: Operation, SendableMetatype {
  // Named again, so that they follow from `perform(_:on:in:)`.
  associatedtype Input
  associatedtype Output

  /// Whether the transaction is small enough to share a commit with those of other callers; see `Store.write`.
  static var isSmall: Bool { get }

  static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Output
}

extension RecordOperation {
  public static var isSmall: Bool { false }

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person, sharing: Self.isSmall) {
      try Self.perform(input, on: $0, in: practice)
    }
  }

  /// Runs the operation once for a key, however often the same call comes: a repeated call changes nothing and gets
  /// the first answer. Work and answer are kept in one transaction.
  ///
  /// - Parameters:
  ///   - key: `nil`: every call is a new one.
  ///   - text: the answer as it is kept and given.
  /// - Throws: `store.key-reused` when the key came with other parameters; what ``run(_:in:as:)`` throws.
  public static func run(
    _ input: Input, once key: CallKey?, in practice: Practice, as person: Principal,
    _ text: @escaping @Sendable (Output) throws -> String
  ) async throws -> String {
    try Self.refuse(person)
    return try await practice.store.write(as: person, sharing: Self.isSmall) { records in
      if let key, let answer = try records.answer(toKey: key.text, params: key.params) { return answer }
      let answer = try text(try Self.perform(input, on: records, in: practice))
      if let key { try records.remember(answer, forKey: key.text, params: key.params) }
      return answer
    }
  }
}
