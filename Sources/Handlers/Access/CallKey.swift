// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What makes a call the same call when it comes again: the caller's key, and what was asked with it.
public struct CallKey: Sendable, Hashable {
  /// A UUIDv7 that the caller made for this call.
  public let text: String
  /// Of the method and its parameters without the key.
  public let params: Digest

  public init(text: String, params: Digest) {
    self.text = text
    self.params = params
  }
}
