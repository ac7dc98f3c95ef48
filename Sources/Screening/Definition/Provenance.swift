// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Where one part of a definition comes from.
public struct Provenance: Hashable, Sendable {
  /// `items`, `norms`, `bands`, …
  public var part: String
  public var source: String
  public var by: String?
  public var dated: CivilDate?
  /// Children in the norming sample.
  public var sampleSize: Int?
  public var population: String?
  public var year: Int?

  public init(
    part: String,
    source: String,
    by: String? = nil,
    dated: CivilDate? = nil,
    sampleSize: Int? = nil,
    population: String? = nil,
    year: Int? = nil
  ) {
    self.part = part
    self.source = source
    self.by = by
    self.dated = dated
    self.sampleSize = sampleSize
    self.population = population
    self.year = year
  }
}
