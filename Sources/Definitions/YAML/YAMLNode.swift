// SPDX-License-Identifier: Apache-2.0

/// One value of a definition file with the place where it stands.
package struct YAMLNode: Sendable {
  package enum Content: Sendable {
    /// `plain` is true when the text stood there without quotes.
    case scalar(String, plain: Bool)
    case list([YAMLNode])
    /// In the order of the file; no key stands twice.
    case map([Entry])
  }

  package struct Entry: Sendable {
    package let key: String
    package let keyPlace: Place
    package let value: YAMLNode
  }

  package let content: Content
  package let place: Place

  /// The value under `key`; `nil` when this is no map or has no such key.
  package subscript(key: String) -> YAMLNode? { self.entry(key)?.value }

  package func entry(_ key: String) -> Entry? {
    guard case .map(let entries) = self.content else { return nil }
    return entries.first { $0.key == key }
  }

  /// What stands here, in words for a message: `the text 'abc'`, `a list`, `a map`.
  package var kind: String {
    switch self.content {
    case .scalar("", plain: true): "nothing"
    case .scalar(let text, let plain): plain ? "'\(text)'" : "the quoted text '\(text)'"
    case .list: "a list"
    case .map: "a map"
    }
  }
}
