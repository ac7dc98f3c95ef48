// SPDX-License-Identifier: Apache-2.0

/// Items given one after another with the same response codes.
public struct ScreenerSection: Hashable, Sendable {
  public var id: SectionID
  public var title: TextByLanguage
  public var use: ResponseSetID
  /// Completed months at which the section is given.
  public var ages: InclusiveRange
  /// In the order they are given.
  public var items: [ScreenerItem]

  public init(
    id: SectionID,
    title: TextByLanguage,
    use: ResponseSetID,
    ages: InclusiveRange,
    items: [ScreenerItem]
  ) {
    self.id = id
    self.title = title
    self.use = use
    self.ages = ages
    self.items = items
  }
}
