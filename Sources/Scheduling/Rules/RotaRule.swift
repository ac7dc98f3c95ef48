// SPDX-License-Identifier: Apache-2.0

/// One hard rule: says where a rota breaks it.
public protocol RotaRule: Sendable {
  static var code: RotaRuleCode { get }

  /// The breaches in a fixed order; empty when the rule holds.
  func broken(in rota: PlacedRota) -> [Breach]
}
