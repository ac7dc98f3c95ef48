// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// One screening with its decisions, and every step from the stored answers to the tier, worked out again.
public enum ShowScreening: Operation {
  public struct Input: Sendable {
    public let screening: ScreeningID

    public init(screening: ScreeningID) { self.screening = screening }
  }

  /// What there is to look at where no norm may be applied.
  public struct NotNormed: Sendable {
    /// What was known of the child when it was scored.
    public let context: ScreeningContext
    /// `nil` when the definition is not at hand.
    public let profile: ItemProfile?
    public let earlier: OwnEarlierResult?
  }

  public struct Output: Sendable {
    public let screening: ScreeningRecord
    /// Latest first.
    public let confirmations: [TierConfirmationRecord]
    public let supersededBy: ScreeningID?
    public let replay: Replay
    /// Set for a child whom the norms do not cover.
    public let notNormed: NotNormed?
    /// By whom the child was scored a second time; what they found is for the quality report.
    public let secondRaters: [String]

    /// `nil` when the child was not screened, or the definition that scored it is not at hand.
    public var result: ScreeningResult? { self.replay.result }
    /// Whether working it out again gives what is stored; `nil` when it could not be.
    public var isReproduced: Bool? { self.replay.isEqual }
  }

  public static let name = "screening.get"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person) { records in
      guard let screening = try records.screening(input.screening) else {
        throw Fault.noScreening(input.screening)
      }
      guard let child = try records.child(screening.child) else { throw Fault.noChild(screening.child) }
      var shelf = DefinitionShelf(practice)
      let replay = try shelf.replay(screening, of: child, in: records, explaining: true)
      var notNormed: NotNormed?
      if screening.band == BandID.notNormed.rawValue {
        let answers = ScreeningText.answers(in: screening.answers)
        let kept = screening.context.flatMap {
          ScreeningText.context(in: $0, on: screening.testDate, concerns: screening.concerns)
        }
        notNormed = NotNormed(
          context: kept ?? child.context(on: screening.testDate, concerns: screening.concerns),
          profile: replay.definition.map { ItemProfile(of: answers, in: $0) },
          earlier: try records.ownEarlierResult(than: screening))
      }
      return Output(
        screening: screening, confirmations: try records.confirmations(of: screening.id),
        supersededBy: try records.successor(of: screening.id)?.id, replay: replay, notNormed: notNormed,
        secondRaters: try records.secondRatings(of: screening.id).map(\.by))
    }
  }
}

extension ScreeningRecord {
  /// The concerns that were stated when it was scored; kept among the flags.
  var concerns: Set<Concern> {
    Set(
      self.flags.compactMap { flag in
        flag.hasPrefix("concern:") ? Concern(rawValue: String(flag.dropFirst("concern:".count))) : nil
      })
  }
}

extension Fault {
  static func noScreening(_ id: ScreeningID) -> Fault {
    Fault(.notFound, "there is no such screening", at: "screening \(id)", maybe: "see 'elsec screen list'")
  }
}
