// SPDX-License-Identifier: Apache-2.0

/// What `session.open` asks for. Its description holds nothing of the token.
public struct SignIn: Hashable, Sendable {
  public let token: String
  /// What the client calls itself.
  public let client: String?

  public init(token: String, client: String? = nil) {
    self.token = token
    self.client = client
  }
}

extension SignIn: CustomStringConvertible, CustomReflectable {
  public var description: String { "SignIn" }
  public var customMirror: Mirror { Mirror(self, children: []) }
}
