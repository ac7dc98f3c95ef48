// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Lets tests write ids as literals.
extension ID: ExpressibleByStringLiteral {
  public init(stringLiteral value: String) { self.init(value) }
}

extension ID: ExpressibleByExtendedGraphemeClusterLiteral {
  public init(extendedGraphemeClusterLiteral value: String) { self.init(value) }
}

extension ID: ExpressibleByUnicodeScalarLiteral {
  public init(unicodeScalarLiteral value: String) { self.init(value) }
}
