// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Norms of one raw score by age: Box-Cox power (L), median (M) and coefficient of variation (S).
///
/// The rows come from the file beside the definition; whoever reads it checks the digest.
public struct NormTable: Hashable, Sendable {
  public enum Interpolation: String, Sendable, CaseIterable {
    /// L, M and S each on a straight line between two rows.
    case linear
    /// L, M and S each on the cubic through four rows, two on either side where there are.
    case cubic
    /// The last row whose age is not above the child's.
    case none
  }

  /// How a measurement beyond ±3 SD becomes a z score.
  public enum Tails: String, Sendable, CaseIterable {
    /// By the same formula as everywhere.
    case keep
    /// In steps of the distance between 2 and 3 SD; see ``LMS/zScore(of:tails:)``.
    case sd23
  }

  public struct Row: Hashable, Sendable {
    public var ageMonths: Double
    public var l: Double
    public var m: Double
    public var s: Double

    public init(ageMonths: Double, l: Double, m: Double, s: Double) {
      self.ageMonths = ageMonths
      self.l = l
      self.m = m
      self.s = s
    }
  }

  public var id: NormsID
  public var interpolate: Interpolation
  public var tails: Tails
  /// The file's name beside the definition.
  public var file: String
  public var sha256: Digest
  /// In ascending age.
  public var rows: [Row]

  public init(
    id: NormsID,
    interpolate: Interpolation,
    tails: Tails = .keep,
    file: String,
    sha256: Digest,
    rows: [Row]
  ) {
    self.id = id
    self.interpolate = interpolate
    self.tails = tails
    self.file = file
    self.sha256 = sha256
    self.rows = rows
  }
}
