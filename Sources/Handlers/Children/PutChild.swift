// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Adds a child, or changes what is kept of one.
public enum PutChild: RecordOperation {
  public static let name = "child.put"
  public static let roles = ImportChildren.roles
  public static let isSmall = true

  public static func perform(
    _ input: ImportChildren.Draft, on records: Records, in practice: Practice
  ) throws -> Change { try records.put(input) }
}
