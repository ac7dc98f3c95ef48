// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// How far a device has fetched: through the children of its scope by id, and from then on along the audit. Names a
/// place and opens nothing: what is given is decided anew at every fetch.
struct SyncCursor: Hashable {
  /// Of what the device takes along. With another, everything is fetched anew.
  let scope: String
  /// The place in the audit from which changes are still to be looked at.
  var sequence: Int
  /// While the children are gone through: the last one that was given.
  var after: String?
  var isGoingThrough: Bool

  /// `nil` for a text that is no cursor.
  init?(_ text: String) {
    let parts = text.split(separator: ".", maxSplits: 4, omittingEmptySubsequences: false).map(String.init)
    guard parts.count == 5, parts[0] == "1", let sequence = Int(parts[2]), sequence >= 0,
      ["all", "new"].contains(parts[3])
    else { return nil }
    self.init(
      scope: parts[1], sequence: sequence, after: parts[4].isEmpty ? nil : parts[4], isGoingThrough: parts[3] == "all")
  }

  init(scope: String, sequence: Int, after: String? = nil, isGoingThrough: Bool) {
    self.scope = scope
    self.sequence = sequence
    self.after = after
    self.isGoingThrough = isGoingThrough
  }

  var text: String {
    "1.\(self.scope).\(self.sequence).\(self.isGoingThrough ? "all" : "new").\(self.after ?? "")"
  }
}
