// SPDX-License-Identifier: Apache-2.0

/// One soft wish and what a rota pays against it.
public protocol RotaCostTerm: Sendable {
  static var name: RotaCost.Term { get }

  /// Cost points, the weight already in them; never negative.
  func points(of rota: PlacedRota) -> Int
}
