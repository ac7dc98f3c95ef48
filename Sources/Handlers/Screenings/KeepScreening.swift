// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Scores and keeps one screening; the same again changes nothing. See ``KeepScreenings``.
public enum KeepScreening: RecordOperation {
  public struct Output: Sendable {
    public let screening: ScreeningRecord
    /// `false` when it was kept before.
    public let isNew: Bool
  }

  public static let name = "screening.record"
  public static let roles = KeepScreenings.roles
  public static let isSmall = true

  public static func perform(
    _ input: KeepScreenings.Entry, on records: Records, in practice: Practice
  ) throws -> Output {
    switch try KeepScreenings.perform(.init(entries: [input]), on: records, in: practice)[0] {
    case .stored(let record): return Output(screening: record, isNew: true)
    case .duplicate(let record): return Output(screening: record, isNew: false)
    case .rejected(let fault): throw fault
    }
  }
}
