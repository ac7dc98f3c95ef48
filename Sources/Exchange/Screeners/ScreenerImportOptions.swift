// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// What a file from elsewhere does not say and a definition needs.
public struct ScreenerImportOptions: Hashable, Sendable {
  /// `nil`: the name that the file gives itself.
  public var id: ScreenerID?
  /// Completed months. `nil`: the ages in the file where it is one of elsec's own, else ``everyChild``.
  public var ages: InclusiveRange?
  /// The date of the first entry of `changes` when the file has none.
  public var today: CivilDate

  /// Birth to the last day before the eighteenth birthday.
  public static let everyChild = InclusiveRange(0, 215)

  public init(id: ScreenerID? = nil, ages: InclusiveRange? = nil, today: CivilDate) {
    self.id = id
    self.ages = ages
    self.today = today
  }
}
