// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Says with which device's key an account's token is good from now on; sessions from another one end.
public enum BindAccount: RecordOperation {
  public struct Input: Sendable {
    public let name: String
    /// SHA-256 of the key's SubjectPublicKeyInfo, so that a renewed certificate of the same key is the same device;
    /// `nil` = any device.
    public let device: Digest?

    public init(name: String, device: Digest?) {
      self.name = name
      self.device = device
    }
  }

  public static let name = "user.device"
  public static let roles: Set<Role> = [.admin]

  /// - Throws: `store.not-found`; `store.conflict` when the account was revoked.
  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws {
    try records.bind(input.name, to: input.device)
  }
}
