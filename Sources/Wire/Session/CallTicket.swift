// SPDX-License-Identifier: Apache-2.0

/// Names one started call of one session; never used twice in it.
public struct CallTicket: Hashable, Sendable {
  public let number: Int
}
