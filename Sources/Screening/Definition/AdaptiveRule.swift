// SPDX-License-Identifier: Apache-2.0

/// A section whose items are chosen one by one, each the one that says most about this child:
/// `adaptive: {score: theta, stop: {se: 0.35, most: 20, least: 5, clear: 0.90}}`.
public struct AdaptiveRule: Hashable, Sendable {
  /// When enough has been asked; the first that holds ends the section.
  public struct Stop: Hashable, Sendable {
    /// The ability's standard error is at most this.
    public var standardError: Double?
    /// So many items were answered.
    public var most: Int
    /// Nothing but running out of items ends the section before so many were answered.
    public var least: Int
    /// The ability's interval at this level lies within one band, so that the tier is clear.
    public var clear: Double?

    public init(standardError: Double? = nil, most: Int, least: Int = 1, clear: Double? = nil) {
      self.standardError = standardError
      self.most = most
      self.least = least
      self.clear = clear
    }
  }

  /// How much of the test one content domain of the bank should be.
  public struct Share: Hashable, Sendable {
    public var domain: String
    /// Above 0; the shares of a rule add up to 1.
    public var share: Double

    public init(domain: String, share: Double) {
      self.domain = domain
      self.share = share
    }
  }

  /// An ability over this section.
  public var score: ScoreName
  public var stop: Stop
  /// Empty: content is not balanced.
  public var content: [Share]
  /// The next item is drawn from so many best ones, so that no item is seen by every child. 1: always the best.
  public var randomesque: Int

  public init(score: ScoreName, stop: Stop, content: [Share] = [], randomesque: Int = 1) {
    self.score = score
    self.stop = stop
    self.content = content
    self.randomesque = randomesque
  }
}
