// SPDX-License-Identifier: Apache-2.0

extension Migration {
  /// Which device's key an account's token is good with.
  static let devices = Migration(
    number: 16, name: "devices", statements: [.same("ALTER TABLE account ADD COLUMN device text")])
}
