// SPDX-License-Identifier: Apache-2.0

/// Rows as comma-separated values (RFC 4180): `\n` ends a line, fields are quoted only where they must be.
///
/// A field that a spreadsheet would run as a formula (`=`, `+`, `-`, `@` first) gets an apostrophe before it.
func commaSeparated(_ rows: [[String]]) -> String {
  rows.map { row in row.map(quoted).joined(separator: ",") }.joined(separator: "\n") + "\n"
}

private func quoted(_ field: String) -> String {
  let field = ["=", "+", "-", "@"].contains(field.prefix(1)) ? "'" + field : field
  let mustQuote = field.contains { $0 == "," || $0 == "\"" || $0.isNewline }
  guard mustQuote else { return field }
  return "\"" + String(field.flatMap { $0 == "\"" ? ["\"", "\""] : [$0] }) + "\""
}
