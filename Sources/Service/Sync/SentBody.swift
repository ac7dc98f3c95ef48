// SPDX-License-Identifier: Apache-2.0

public import Handlers
import Screening
public import Storage
import StrictJSON
import Vocabulary
import Wire

/// The body of a record that a device sends, as JSON: what a person wrote down, and nothing that was worked out from it.
public enum SentBody {
  /// What a body of each kind may hold.
  static func fields(_ kind: SyncKind) -> [Field] {
    switch kind {
    case .screening: Self.screening
    case .amendment: Self.amendment
    case .confirmation: Self.confirmation
    }
  }

  private static let screening =
    ScreeningParams.fields.filter { $0.name != "id" } + [
      Field("edition", .text, optional: true, "of the instrument, as it was used")
    ]

  private static let amendment =
    [
      Field("screening", .text, "what it corrects"),
      Field("parentContent", .text, optional: true, "SHA-256 of what the device has under that id, in hex"),
      Field("reason", .text),
    ] + ScreeningParams.fields.filter { Self.ofAmendment.contains($0.name) }
  private static let ofAmendment = ["child", "testDate", "answers", "languages", "concerns", "examiner"]

  private static let confirmation = [
    Field("child", .text), Field("screening", .text), Field("tier", .text), Field("reason", .text, optional: true),
  ]

  // MARK: From a device

  /// Reads a body that was kept as text.
  ///
  /// - Parameters:
  ///   - id: the record's.
  ///   - text: as it came.
  public static func read(_ kind: SyncKind, _ id: String, _ text: String) -> SentRecord.Body {
    guard let value = try? JSONValue(reading: Array(text.utf8), limits: .file) else {
      return .unreadable(Fault(.storeCorrupt, "a kept record can't be read", at: "record \(id)"))
    }
    return Self.read(kind, id, value)
  }

  static func read(_ kind: SyncKind, _ id: String, _ value: JSONValue) -> SentRecord.Body {
    do {
      try Shape.object(Self.fields(kind)).check(value, at: "body")
      let params = try JSONMembers(value, at: "body", code: .paramKind)
      switch kind {
      case .screening: return .screening(try ScreeningParams.entry(params, id: ScreeningID(id)))
      case .amendment: return .amendment(try Self.amendment(params))
      case .confirmation:
        return .confirmation(
          child: try params.id("child"),
          .init(
            screening: try params.id("screening"), tier: try params.text("tier"),
            reason: try params.optionalText("reason")))
      }
    } catch let fault as Fault {
      return .unreadable(fault)
    } catch {
      return .unreadable(Fault(.paramKind, "the record can't be read", at: "body", cause: error))
    }
  }

  private static func amendment(_ params: JSONMembers) throws -> SentRecord.Amendment {
    guard let answers = try ScreeningParams.answers(params) else {
      throw Fault(.paramMissing, "answers are missing: all of them, not only those that change", at: "body.answers")
    }
    return SentRecord.Amendment(
      child: try params.id("child"), screening: try params.id("screening"),
      parentContent: try params.optionalText("parentContent").map { text in
        try params.made("parentContent", text, "a SHA-256 in hex") { Digest(hex: $0) }
      },
      answers: answers, testDate: try params.date("testDate"), reason: try params.text("reason"),
      concerns: try ScreeningParams.concerns(params), examiner: try params.optionalText("examiner"))
  }

  // MARK: On a device

  static func json(_ record: UnsentRecord) -> JSONValue {
    switch record {
    case .screening(let screening):
      Self.content(
        screening,
        [
          "screener": .text("\(screening.screener)@\(screening.version)"), "phase": .text(screening.phase.rawValue),
          "notScreened": screening.notScreenedReason.map { .text($0.rawValue) },
          "edition": screening.edition.map { .text($0) },
        ])
    case .amendment(let screening, let content):
      Self.content(
        screening,
        [
          "screening": screening.supersedes.map { .text($0.rawValue) }, "parentContent": .text("\(content)"),
          "reason": .text(screening.amendmentReason ?? ""),
        ])
    case .confirmation(let child, let decision):
      .members([
        "child": .text(child.rawValue), "screening": .text(decision.screening.rawValue), "tier": .text(decision.tier),
        "reason": decision.reason.map { .text($0) },
      ])
    }
  }

  private static func content(
    _ screening: ScreeningRecord, _ own: KeyValuePairs<String, JSONValue?>
  ) -> JSONValue {
    var members = JSONValue.members(own).object ?? JSONObject()
    members["child"] = .text(screening.child.rawValue)
    members["testDate"] = .text("\(screening.testDate)")
    members["examiner"] = .text(screening.by)
    let concerns = screening.flags.compactMap { $0.hasPrefix("concern:") ? String($0.dropFirst(8)) : nil }
    if !concerns.isEmpty { members["concerns"] = .texts(concerns) }
    guard screening.notScreenedReason == nil else { return .object(members) }
    let answers = ScreeningText.answers(in: screening.answers)
    var (codes, languages) = (JSONObject(), JSONObject())
    for item in answers.items {
      codes[item.rawValue] = .text(answers[item]?.rawValue ?? "")
      languages[item.rawValue] = answers.languages[item].map { .text($0) }
    }
    members["answers"] = .object(codes)
    if !languages.isEmpty { members["languages"] = .object(languages) }
    return .object(members)
  }
}
