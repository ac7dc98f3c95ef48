// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// In whose name, in which role and in which area a transaction runs. Goes into every audit entry.
public struct Principal: Sendable, Hashable {
  public let name: String
  public let role: Role
  /// The only area whose records the transaction sees.
  public let area: AreaID
  /// Why, in the person's words or the command's name: `rota plan`, `screening review`.
  public var purpose: String

  public init(name: String, role: Role, area: AreaID, purpose: String = "") {
    self.name = name
    self.role = role
    self.area = area
    self.purpose = purpose
  }
}
