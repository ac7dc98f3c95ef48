// SPDX-License-Identifier: Apache-2.0

/// A z score put on a published scale: x = mean + sd·z, rounded, then cut to the published limits.
///
/// Standard scores: mean 100, sd 15. Scaled: 10, 3. T: 50, 10.
public struct ScaledScore: Hashable, Sendable {
  public enum Beyond: Hashable, Sendable { case below, above }

  public let value: Double
  /// Which limit the value was cut to, if any.
  public let beyond: Beyond?

  /// `nil` when the scale gives no finite value.
  public init?(z: Double, on scale: ScaleScore) {
    var value = scale.mean + scale.sd * z
    guard value.isFinite else { return nil }
    if scale.round == .halfUp {
      guard let rounded = Rounding.halfUp(value) else { return nil }
      value = Double(rounded)
    }
    if let clip = scale.clip, value < Double(clip.lowest) {
      self.value = Double(clip.lowest)
      self.beyond = .below
    } else if let clip = scale.clip, value > Double(clip.highest) {
      self.value = Double(clip.highest)
      self.beyond = .above
    } else {
      self.value = value
      self.beyond = nil
    }
  }
}
