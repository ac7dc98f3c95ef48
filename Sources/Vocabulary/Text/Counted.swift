// SPDX-License-Identifier: Apache-2.0

/// A number with its noun: `1 visit`, `3 visits`, `2 people`.
///
/// - Parameter many: the noun for every number but 1; `nil` = `one` with an s.
public func counted(_ number: Int, _ one: String, _ many: String? = nil) -> String {
  "\(number) \(number == 1 ? one : many ?? one + "s")"
}
