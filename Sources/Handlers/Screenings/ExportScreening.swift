// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Storage
public import Vocabulary

/// What another system may be told of one screening: its answers and scores, worked out again, and of the child only
/// the reference, the languages and how much English is heard.
///
/// Refused: a child who was not screened, a screening that a later one supersedes, and one whose scores the definition at hand does
/// not give again.
public enum ExportScreening: Operation {
  public struct Input: Sendable {
    public let screening: ScreeningID

    public init(screening: ScreeningID) { self.screening = screening }
  }

  public struct Output: Sendable {
    public let screening: ScreeningRecord
    public let answers: ScreeningAnswers
    public let result: ScreeningResult
    public let definition: ScreenerDefinition
    public let homeLanguages: [String]
    public let englishExposure: Int?
    /// Whether a named person has decided on the tier.
    public let isConfirmed: Bool
  }

  public static let name = "screening.export"
  public static let roles = Set<Role>.team

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> Output {
    try await practice.store.write(as: person) { records in
      guard let screening = try records.screening(input.screening) else {
        throw Fault.noScreening(input.screening)
      }
      guard let child = try records.child(screening.child) else { throw Fault.noChild(screening.child) }
      guard screening.notScreenedReason == nil else {
        throw Self.refusal("the child was not screened", screening, maybe: "export a screening with answers")
      }
      if let later = try records.successor(of: screening.id) {
        throw Self.refusal("a later screening supersedes it", screening, maybe: "export \(later.id)")
      }
      let definition = try practice.screener("\(screening.screener)@\(screening.version)")
      guard definition.hash == screening.definitionHash else {
        throw Self.refusal(
          "the definition that scored it is not at hand", screening,
          maybe: "bring back the definition with hash \(screening.definitionHash)")
      }
      let answers = ScreeningText.answers(in: screening.answers)
      let assessment = Assessment(
        screener: try PreparedScreener(definition), phase: screening.phase, person: person)
      let result = try assessment.result(
        of: answers, for: child, on: screening.testDate, concerns: screening.concerns)
      guard ScreeningText.text(of: result.scores) == screening.scores else {
        throw Self.refusal(
          "worked out again, its scores differ from those stored", screening,
          maybe: "'elsec screen show \(screening.id) --explain' shows every step")
      }
      return Output(
        screening: screening, answers: answers, result: result, definition: definition,
        homeLanguages: child.homeLanguages, englishExposure: child.englishExposure,
        isConfirmed: try records.confirmation(of: screening.id) != nil)
    }
  }

  private static func refusal(_ message: String, _ screening: ScreeningRecord, maybe hint: String) -> Fault {
    Fault(.screeningNotExported, message, at: "screening \(screening.id)", maybe: hint)
  }
}

extension Fault.Code {
  public static let screeningNotExported = Fault.Code("screening.not-exported", .notSo)
}
