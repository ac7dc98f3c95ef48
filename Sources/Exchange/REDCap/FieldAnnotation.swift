// SPDX-License-Identifier: Apache-2.0

/// Our action tags in REDCap's column Field Annotation: `@ELSEC='U1' @ELSEC-SET='try'`. REDCap passes over tags it does not know.
enum FieldAnnotation {
  /// `'` and `%` in a value are written `%27` and `%25`.
  static func tag(_ name: String, _ value: String) -> String {
    let escaped = value.reduce(into: "") { text, character in
      text += character == "'" ? "%27" : character == "%" ? "%25" : String(character)
    }
    return "@\(name)='\(escaped)'"
  }

  /// The value of a tag; `nil` when it is not there.
  static func value(_ name: String, in annotation: String) -> String? {
    var rest = annotation[...]
    let start = "@\(name)='"
    while let at = rest.firstIndex(of: "@") {
      rest = rest[at...]
      if rest.hasPrefix(start), let end = rest.dropFirst(start.count).firstIndex(of: "'") {
        let value = String(rest.dropFirst(start.count)[..<end])
        return value.split(separator: "%27", omittingEmptySubsequences: false).joined(separator: "'")
          .split(separator: "%25", omittingEmptySubsequences: false).joined(separator: "%")
      }
      rest = rest.dropFirst()
    }
    return nil
  }
}
