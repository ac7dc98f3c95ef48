// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Records {
  /// Keeps what a second person scored.
  ///
  /// - Throws: `store.not-found` for an unknown screening; `store.changed-meanwhile` for a superseded one;
  ///   `store.conflict` for a child who was not screened, without a name or answers, for the screening's own
  ///   rater, and for a second rating by the same person.
  public func add(_ rating: SecondRatingRecord) throws {
    guard let screening: ScreeningRecord = try self.find(key: [rating.screening]) else {
      throw Fault(.storeNotFound, "there is no such screening", at: rating.screening.rawValue)
    }
    let later = try self.number(
      "SELECT count(*) FROM screening WHERE area = $1 AND supersedes = $2",
      [screening.id]
    )
    guard later == 0 else {
      throw Fault(
        .storeChangedMeanwhile,
        "the screening has been superseded",
        at: screening.id.rawValue,
        maybe: "rate its successor"
      )
    }
    guard screening.notScreenedReason == nil, !rating.answers.isEmpty else {
      throw Fault(.storeConflict, "a second rating needs answers on both sides", at: rating.id.rawValue)
    }
    guard rating.by.contains(where: { !$0.isWhitespace }) else {
      throw Fault(.storeConflict, "a second rating is by a named person", at: rating.id.rawValue)
    }
    guard !Self.isSamePerson(rating.by, screening.by),
      !Self.isSamePerson(rating.by, try self.rater(of: screening))
    else {
      throw Fault(
        .storeConflict,
        "the second rater is the one who screened",
        at: screening.id.rawValue,
        maybe: "a second rating is another person's; 'elsec screen amend' corrects a screening"
      )
    }
    guard !(try self.ratings(of: screening)).contains(where: { Self.isSamePerson($0.by, rating.by) }) else {
      throw Fault(
        .storeConflict,
        "the same person has rated this screening before",
        at: screening.id.rawValue,
        maybe: "a rating is kept as it was first given"
      )
    }
    try self.insert(rating, about: [screening.child])
  }

  /// The second ratings of a screening and of those it superseded, by time; leaves a trace.
  public func secondRatings(of screening: ScreeningID) throws -> [SecondRatingRecord] {
    guard let subject: ScreeningRecord = try self.find(key: [screening]) else { return [] }
    let ratings = try self.ratings(of: subject)
    if !ratings.isEmpty { try self.auditView("second_rating", screening.rawValue, of: [subject.child]) }
    return ratings
  }

  private func ratings(of screening: ScreeningRecord) throws -> [SecondRatingRecord] {
    var ratings: [SecondRatingRecord] = []
    var next: ScreeningRecord? = screening
    while let current = next {
      ratings += try self.list("WHERE area = $1 AND screening = $2", [current.id])
      next = try current.supersedes.flatMap { try self.find(key: [$0]) }
    }
    return ratings.sorted { ($0.recordedAt, $0.id) < ($1.recordedAt, $1.id) }
  }

  /// Names are the same when they differ by case and white space around them only.
  private static func isSamePerson(_ a: String, _ b: String) -> Bool {
    let (a, b) = (a.lowercased(), b.lowercased())
    return a.split(whereSeparator: \.isWhitespace) == b.split(whereSeparator: \.isWhitespace)
  }
}
