// SPDX-License-Identifier: Apache-2.0

/// The item to put to the child next.
public struct EntryPrompt: Hashable, Sendable {
  public let section: SectionID
  public let sectionTitle: TextByLanguage
  public let item: ItemCode
  public let text: TextByLanguage
  /// Empty when a whole number is typed.
  public let choices: [EntryChoice]
  /// The numbers that may be typed; `nil` for an item with choices.
  public let number: InclusiveRange?
  /// Why this item, when it is not simply the next one: the start point, or a step back.
  public let because: String?
}
