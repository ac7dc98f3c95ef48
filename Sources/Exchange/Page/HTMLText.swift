// SPDX-License-Identifier: Apache-2.0

/// `text` for the content of an element or a double-quoted attribute. Characters that no XML may hold are
/// replaced, so that a broken name cannot break the page.
func html(_ text: String) -> String {
  var escaped = ""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "&": escaped += "&amp;"
    case "<": escaped += "&lt;"
    case ">": escaped += "&gt;"
    case "\"": escaped += "&quot;"
    case "'": escaped += "&#39;"
    case "\t", "\n", "\r": escaped += " "
    case _ where scalar.value < 0x20 || scalar.value == 0x7F: escaped += "\u{FFFD}"
    default: escaped.unicodeScalars.append(scalar)
    }
  }
  return escaped
}

/// A number for SVG, to a tenth.
func svg(_ value: Double) -> String {
  let tenths = Int(value * 10 + (value < 0 ? -0.5 : 0.5))
  let (whole, rest) = (abs(tenths) / 10, abs(tenths) % 10)
  return "\(tenths < 0 ? "-" : "")\(whole)\(rest == 0 ? "" : ".\(rest)")"
}
