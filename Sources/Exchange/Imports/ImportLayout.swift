// SPDX-License-Identifier: Apache-2.0

/// The columns that one kind of file may have.
public struct ImportLayout: Sendable {
  /// One column: the name used in messages, and the other names it is found under. Names are compared
  /// without regard to upper and lower case and to spaces around them.
  public struct Column: Sendable {
    public let name: String
    public let also: [String]
    public let isRequired: Bool

    public init(_ name: String, also: [String] = [], isRequired: Bool = false) {
      self.name = name
      self.also = also
      self.isRequired = isRequired
    }

    public static func required(_ name: String, also: [String] = []) -> Column {
      Column(name, also: also, isRequired: true)
    }
  }

  /// What a row is, in the plural: `settings`.
  public let what: String
  public let columns: [Column]
  /// Whether the rows are about persons: then no message repeats a value of the file.
  public let isPersonal: Bool
  /// Whether columns that the layout does not name are the point of the file, such as a screener's items.
  public let takesOtherColumns: Bool

  public init(
    _ what: String,
    _ columns: [Column],
    isPersonal: Bool,
    takesOtherColumns: Bool = false
  ) {
    self.what = what
    self.columns = columns
    self.isPersonal = isPersonal
    self.takesOtherColumns = takesOtherColumns
  }
}
