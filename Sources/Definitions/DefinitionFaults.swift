// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// The bytes are no YAML, or no UTF-8.
  public static let definitionNotYAML = Fault.Code("definition.not-yaml", .badInput)
  /// YAML, but with something outside the strict subset: a tab, an anchor, a tag, a second document.
  public static let definitionOutsideSubset = Fault.Code("definition.outside-subset", .badInput)
  /// A bare word or number that different readers of YAML read differently.
  public static let definitionAmbiguous = Fault.Code("definition.ambiguous", .badInput)
  public static let definitionDuplicateKey = Fault.Code("definition.duplicate-key", .badInput)
  public static let definitionUnknownKey = Fault.Code("definition.unknown-key", .badInput)
  public static let definitionMissingKey = Fault.Code("definition.missing-key", .badInput)
  /// A value of another kind or range than the key takes.
  public static let definitionWrongValue = Fault.Code("definition.wrong-value", .badInput)
  /// A file's SHA-256 is not the one written down for it.
  public static let definitionHashMismatch = Fault.Code("definition.hash-mismatch", .badInput)
  /// A licence holder's file is for another version of the screener.
  public static let definitionLicenceStale = Fault.Code("definition.licence-stale", .badInput)
  public static let definitionFileMissing = Fault.Code("definition.file-missing", .badInput)
  /// A table beside a definition has a row or column that can't be read.
  public static let definitionTable = Fault.Code("definition.table", .badInput)
  /// A worked case beside a screener comes to something else under its definition.
  public static let definitionCaseDiffers = Fault.Code("definition.case-differs", .badInput)
  /// Nothing of that name and version is installed.
  public static let definitionNotFound = Fault.Code("definition.not-found", .notSo)
  /// The folder that holds `Screeners` and `Schedules` was not found.
  public static let contentNotFound = Fault.Code("content.not-found", .notSo)
}
