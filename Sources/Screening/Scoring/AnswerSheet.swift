// SPDX-License-Identifier: Apache-2.0

/// Answers in a screener's own item order, already checked against its response codes. Made by
/// ``PreparedScreener/sheet(of:)`` and of use to that screener only.
public struct AnswerSheet: Hashable, Sendable {
  /// Marks an item that was given and not answered, or not given.
  package static let blank: Int16 = -1
  /// Marks an item that has not come up yet, while answers are being entered.
  package static let unseen: Int16 = -2

  /// By item: the position of the response in the section's response set, or ``blank``.
  package var responses: [Int16]

  package init(responses: [Int16]) { self.responses = responses }
}
