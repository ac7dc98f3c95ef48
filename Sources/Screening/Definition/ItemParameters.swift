// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An item bank with the file it is from: `cat: {kind: 2pl, file: bank.csv, sha256: …}`.
public struct ItemParameters: Hashable, Sendable {
  public var id: BankID
  public var model: ItemBank.Model
  /// The constant D of the logistic: 1, or 1.702 for a bank on the normal metric.
  public var scaling: Double
  /// The file's name beside the definition.
  public var file: String
  public var sha256: Digest
  /// In the order of the file.
  public var rows: [BankItem]

  public init(
    id: BankID,
    model: ItemBank.Model,
    scaling: Double,
    file: String,
    sha256: Digest,
    rows: [BankItem]
  ) {
    self.id = id
    self.model = model
    self.scaling = scaling
    self.file = file
    self.sha256 = sha256
    self.rows = rows
  }

  /// The bank itself; what is wrong with it are its ``ItemBank/problems``.
  public var bank: ItemBank { ItemBank(model: self.model, scaling: self.scaling, items: self.rows) }
}
