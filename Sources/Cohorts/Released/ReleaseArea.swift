// SPDX-License-Identifier: Apache-2.0

/// The local authority a table is about, as EES columns name it.
public struct ReleaseArea: Hashable, Sendable, Codable {
  public let name: String
  /// Three-digit DfE code, `894`.
  public let oldCode: String
  /// GSS code, `E06000020`.
  public let newCode: String
  /// Every page and file that shows a made-up area says "synthetic".
  public let isMadeUp: Bool

  public init(name: String, oldCode: String, newCode: String, isMadeUp: Bool) {
    self.name = name
    self.oldCode = oldCode
    self.newCode = newCode
    self.isMadeUp = isMadeUp
  }
}
