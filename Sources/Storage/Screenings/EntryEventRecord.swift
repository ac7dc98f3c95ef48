// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One accepted keystroke of a sitting. Only ever added.
public struct EntryEventRecord: Sendable, Hashable {
  public let entry: EntryID
  /// 1, 2, 3, … within the sitting.
  public let sequence: Int
  public var kind: EntryEventKind
  /// The item's code.
  public var item: String?
  /// The response code, the note's text, or the language's code (empty: back to the usual one).
  public var code: String?
  public var at: Instant

  public init(
    entry: EntryID,
    sequence: Int,
    kind: EntryEventKind,
    item: String? = nil,
    code: String? = nil,
    at: Instant
  ) {
    self.entry = entry
    self.sequence = sequence
    self.kind = kind
    self.item = item
    self.code = code
    self.at = at
  }
}

extension EntryEventRecord: TableRow {
  static let table = TableShape(
    "entry_event",
    key: 2,
    [
      "entry", "sequence_number", "kind", "item", "code", "made_at",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      entry: try row.next(),
      sequence: try row.next(),
      kind: try row.next(),
      item: try row.next(),
      code: try row.next(),
      at: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.entry.column, self.sequence.column, self.kind.column, self.item.column, self.code.column,
      self.at.column,
    ]
  }
}
