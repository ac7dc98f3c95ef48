// SPDX-License-Identifier: Apache-2.0

import Storage
public import Vocabulary

extension Records {
  /// What is kept of the same child, screener, day and phase, by id: at most one of them is current, the others
  /// were superseded.
  func kept(like record: ScreeningRecord) throws -> (current: ScreeningRecord?, all: [ScreeningRecord]) {
    let all = try self.screenings(
      of: record.child, screener: record.screener, phase: record.phase, on: record.testDate)
    return (try all.first { try self.successor(of: $0.id) == nil }, all)
  }

  /// - Throws: `screening.already-kept` when there is a current screening of the same child, screener, day and
  ///   phase other than the one that `record` supersedes.
  func checkNothingIsKept(like record: ScreeningRecord) throws {
    guard let kept = try self.kept(like: record).current, kept.id != record.supersedes else { return }
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
