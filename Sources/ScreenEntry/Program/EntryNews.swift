// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// What came of an ``EntryAction``.
public enum EntryNews: Sendable {
  case listed(Roster)
  case opened(EntrySitting)
  /// The event is durable.
  case kept
  case finished(EntryResult)
  /// The reason for not screening is durable.
  case recorded
  /// It was not done, or nobody can tell: what is kept is read again before anything is shown as kept.
  case refused(any Error)
}

/// A sitting as it is kept.
public struct EntrySitting: Sendable {
  public let entry: EntryID
  /// `elsec.open-demo 1.2.0`.
  public let screener: String
  /// The day that the sitting was begun for.
  public let testDate: CivilDate
  public let wasOpen: Bool
  public internal(set) var session: EntrySession

  public init(entry: EntryID, screener: String, testDate: CivilDate, wasOpen: Bool, session: EntrySession) {
    self.entry = entry
    self.screener = screener
    self.testDate = testDate
    self.wasOpen = wasOpen
    self.session = session
  }
}

/// A finished screening.
public struct EntryResult: Hashable, Sendable {
  public let screening: ScreeningID
  public let testDate: CivilDate
  public let band: String?
  public let proposedTier: String?
  public let flags: [String]

  public init(
    screening: ScreeningID, testDate: CivilDate, band: String?, proposedTier: String?, flags: [String]
  ) {
    self.screening = screening
    self.testDate = testDate
    self.band = band
    self.proposedTier = proposedTier
    self.flags = flags
  }

  /// What is said of it, a line each.
  var lines: [String] {
    [
      "screening \(self.screening)",
      "band \(self.band ?? "none"), proposed tier \(self.proposedTier ?? "none"); a named person confirms it",
    ] + self.flags.map { "flag \($0)" }
  }
}
