// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Norms printed as a table: a value for each raw score, by age.
///
/// The rows come from the file beside the definition, whose columns are `age_from,age_to,raw,value`; whoever reads
/// it checks the digest.
public struct LookupTable: Hashable, Sendable {
  /// Between which printed values a straight line may be drawn. Without leave to, only printed values are given.
  public enum Interpolation: String, Sendable, CaseIterable {
    case none
    /// Between neighbouring raw scores of one age band.
    case raw
    /// Between the middles of neighbouring age bands.
    case age
    case both
  }

  public struct Row: Hashable, Sendable {
    /// Completed months, both ends included.
    public var ages: InclusiveRange
    public var raw: Int
    public var value: Double

    public init(ages: InclusiveRange, raw: Int, value: Double) {
      self.ages = ages
      self.raw = raw
      self.value = value
    }
  }

  public var id: NormsID
  public var interpolate: Interpolation
  /// The file's name beside the definition.
  public var file: String
  public var sha256: Digest
  /// In the order of the file: age band after age band, raw scores ascending in each.
  public var rows: [Row]

  public init(id: NormsID, interpolate: Interpolation, file: String, sha256: Digest, rows: [Row]) {
    self.id = id
    self.interpolate = interpolate
    self.file = file
    self.sha256 = sha256
    self.rows = rows
  }
}
