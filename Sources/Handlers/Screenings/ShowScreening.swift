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

  public struct Output: Sendable {
    public let screening: ScreeningRecord
    /// Latest first.
    public let confirmations: [TierConfirmationRecord]
    public let supersededBy: ScreeningID?
    /// `nil` when the child was not screened, or the definition that scored it is not at hand.
    public let result: ScreeningResult?
    /// Whether working it out again gives the stored scores; `nil` when it could not be.
    public let isReproduced: Bool?
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
      var result: ScreeningResult?
      let definition = try? practice.screener("\(screening.screener)@\(screening.version)")
      if screening.notScreenedReason == nil, let definition, definition.hash == screening.definitionHash {
        let assessment = Assessment(
          screener: try PreparedScreener(definition), phase: screening.phase, person: person)
        result = try assessment.result(
          of: ScreeningText.answers(in: screening.answers), for: child, on: screening.testDate,
          concerns: screening.concerns, explaining: true)
      }
      return Output(
        screening: screening, confirmations: try records.confirmations(of: screening.id),
        supersededBy: try records.successor(of: screening.id)?.id, result: result,
        isReproduced: result.map { ScreeningText.text(of: $0.scores) == screening.scores })
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
