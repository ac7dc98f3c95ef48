// SPDX-License-Identifier: Apache-2.0

/// Who owns an instrument's words and numbers, and what may travel with elsec.
public struct Licence: Hashable, Sendable {
  public enum Inclusion: String, Sendable, CaseIterable {
    case included
    /// Supplied on this machine by the licence holder.
    case local
    /// The instrument has none.
    case none
  }

  public enum Shipping: String, Sendable, CaseIterable {
    case whole
    /// Only the shape: sections, codes and kinds of rule.
    case structureOnly = "structure-only"
    case no
  }

  /// An SPDX licence identifier, or `LicenseRef-…`.
  public var spdx: String
  public var holder: String
  public var items: Inclusion
  public var norms: Inclusion
  public var ship: Shipping
  /// What the licence holder's local file must still supply, of ``suppliable``. While any is named the definition loads
  /// and does not score.
  public var needs: [String]

  /// `wording`: the items' texts; `cuts`: the cuts of bands or of a route; `norms`: the norm tables.
  public static let suppliable = ["wording", "cuts", "norms"]

  public init(
    spdx: String,
    holder: String,
    items: Inclusion,
    norms: Inclusion,
    ship: Shipping,
    needs: [String] = []
  ) {
    self.spdx = spdx
    self.holder = holder
    self.items = items
    self.norms = norms
    self.ship = ship
    self.needs = needs
  }
}
