// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// Adds the area, or renames it. Everything else belongs to an area.
public enum SetArea: RecordOperation {
  public struct Input: Sendable {
    public let name: String

    public init(name: String) { self.name = name }
  }

  public static let name = "area.set"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Change {
    try records.put(AreaRecord(id: records.area, name: input.name))
  }
}
