// SPDX-License-Identifier: Apache-2.0

import Storage
public import Vocabulary

extension Records {
  /// - Throws: `screening.already-kept` when there is a current screening of the same child, screener, day and
  ///   phase other than the one that `record` supersedes.
  func checkNothingIsKept(like record: ScreeningRecord) throws {
    var known = try KnownScreenings(in: self)
    guard let kept = try known.kept(like: record, in: self).current, kept.id != record.supersedes else { return }
    throw Fault.alreadyKept(kept)
  }
}

extension Fault {
  static func alreadyKept(_ kept: ScreeningRecord) -> Fault {
    Fault(
      .screeningAlreadyKept,
      "other answers are kept for this child, screener and date",
      maybe: "'elsec screen amend \(kept.id)' corrects them and says why"
    )
  }
}

extension Fault.Code {
  public static let screeningAlreadyKept = Fault.Code("screening.already-kept", .badInput)
}
