// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One item's parameters, as published by whoever calibrated it.
public struct BankItem: Hashable, Sendable {
  public var code: ItemCode
  /// a, before the bank's scaling constant is applied; 1 in a Rasch bank.
  public var discrimination: Double
  /// b, ascending: the k-th is the ability at which a score of k or more is as likely as not.
  public var thresholds: [Double]
  /// The part of the content it belongs to, for balancing an adaptive test.
  public var domain: String?

  public init(code: ItemCode, discrimination: Double = 1, thresholds: [Double], domain: String? = nil) {
    self.code = code
    self.discrimination = discrimination
    self.thresholds = thresholds
    self.domain = domain
  }
}
