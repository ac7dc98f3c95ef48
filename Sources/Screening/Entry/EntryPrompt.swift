// SPDX-License-Identifier: Apache-2.0

/// The item to put to the child next.
public struct EntryPrompt: Hashable, Sendable {
  public let section: SectionID
  public let sectionTitle: TextByLanguage
  public let item: ItemCode
  public let text: TextByLanguage
  public let choices: [EntryChoice]
  /// Why this item, when it is not simply the next one: the start point, or a step back.
  public let because: String?
}
