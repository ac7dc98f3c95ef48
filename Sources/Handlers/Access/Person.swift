// SPDX-License-Identifier: Apache-2.0

/// Who asks. The name stands in the audit of every write and of every view of a child.
public struct Person: Sendable, Hashable {
  public let name: String
  public let role: Role

  public init(name: String, role: Role) {
    self.name = name
    self.role = role
  }
}
