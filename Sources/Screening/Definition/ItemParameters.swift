// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An item bank as its file gives it: `cat: {kind: 2pl, file: bank.csv, sha256: …}`.
public struct ItemParameters: Hashable, Sendable {
  public enum Model: String, Sendable, CaseIterable {
    /// One parameter: a location.
    case rasch
    /// Two parameters: a location and a slope.
    case twoParameter = "2pl"
    /// The graded response model: a slope and a location for every step.
    case graded = "grm"
  }

  public struct Row: Hashable, Sendable {
    public var item: ItemCode
    /// Empty: none.
    public var domain: String
    /// 1 for a Rasch bank.
    public var slope: Double
    /// Ascending; one for every step from one response to the next.
    public var locations: [Double]

    public init(item: ItemCode, domain: String, slope: Double, locations: [Double]) {
      self.item = item
      self.domain = domain
      self.slope = slope
      self.locations = locations
    }
  }

  public var id: BankID
  public var model: Model
  /// The constant D of the logistic: 1, or 1.702 for a bank on the normal metric.
  public var scaling: Double
  /// The file's name beside the definition.
  public var file: String
  public var sha256: Digest
  /// In the order of the file.
  public var rows: [Row]

  public init(id: BankID, model: Model, scaling: Double, file: String, sha256: Digest, rows: [Row]) {
    self.id = id
    self.model = model
    self.scaling = scaling
    self.file = file
    self.sha256 = sha256
    self.rows = rows
  }
}
