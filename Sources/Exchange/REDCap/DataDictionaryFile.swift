// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

extension Fault.Code {
  /// A file is no REDCap data dictionary.
  public static let redcapMalformed = Fault.Code("redcap.file-malformed", .badInput)
  /// A row holds what matters for scoring and has no place in a definition.
  public static let redcapNotCarried = Fault.Code("redcap.not-carried", .badInput)
}

/// A definition as a REDCap data dictionary, the CSV of 18 columns that REDCap's designer exports, and back.
public enum DataDictionaryFile {
  public static let columns = [
    "Variable / Field Name", "Form Name", "Section Header", "Field Type", "Field Label",
    "Choices, Calculations, OR Slider Labels", "Field Note", "Text Validation Type OR Show Slider Number",
    "Text Validation Min", "Text Validation Max", "Identifier?", "Branching Logic (Show field only if...)",
    "Required Field?", "Custom Alignment", "Question Number (surveys only)", "Matrix Group Name",
    "Matrix Ranking?", "Field Annotation",
  ]

  /// One row an item. Choices are coded with their points where these differ, so that REDCap's own sums are right; else with
  /// the response codes. Annotations `@ELSEC-…` hold what REDCap has no column for; ages, administration rules, norms,
  /// bands and tiers are left out.
  public static func encode(_ definition: ScreenerDefinition) -> [UInt8] {
    DictionaryWriting(definition.shareable).bytes
  }

  /// Reads a dictionary of one form whose calculated fields are plain sums.
  ///
  /// - Parameter file: the file's name, for faults and for `SOURCE.md`.
  /// - Throws: a `csv.` fault; `redcap.file-malformed`; `redcap.not-carried`, its place `file:row:column`.
  public static func decode(
    _ bytes: [UInt8], file: String, _ options: ScreenerImportOptions
  ) throws -> ImportedScreener {
    let form = try DictionaryReading(bytes, file: file).form
    return try ScreenerWriting(form, options).imported()
  }
}
