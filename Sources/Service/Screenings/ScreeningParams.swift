// SPDX-License-Identifier: Apache-2.0

import Handlers
import Screening
import Storage
import StrictJSON
import Vocabulary
import Wire

/// What `screening.record` takes; `recordMany` takes many of them.
enum ScreeningParams {
  static let fields = [
    Field("id", .text(.uuid7), optional: true, "made where the child was screened"),
    Field("child", .text, "the area's reference"), Field("screener", .text, "an id, or id@version"),
    Field("testDate", .text(.date)),
    Field("phase", .oneOf(Storage.ScreeningPhase.allCases.map(\.rawValue)), optional: true, "baseline unless told"),
    Field("answers", .map(of: .text), optional: true, "item: code; an item left out is missing, never 0"),
    Field("languages", .map(of: .text), optional: true, "item: CBDS code, where it was not the usual language"),
    Field("notScreened", .oneOf(NotScreenedReason.allCases.map(\.rawValue)), optional: true, "in the place of answers"),
    Field("birthDate", .text(.date), optional: true, "where the source states it: checked against the child's record"),
    Field("concerns", .list(of: .oneOf(Concern.allCases.map(\.rawValue))), optional: true),
    Field("examiner", .text, optional: true, "who screened, where it is not the person who calls"),
  ]

  static func entry(_ params: JSONMembers) throws -> KeepScreenings.Entry {
    try self.entry(params, id: try params.optionalText("id").map { ScreeningID($0.lowercased()) })
  }

  static func entry(_ params: JSONMembers, id: ScreeningID?) throws -> KeepScreenings.Entry {
    KeepScreenings.Entry(
      id: id, screener: try params.text("screener"),
      phase: try params.optionalNamed("phase") ?? .baseline,
      draft: ScreeningDraft(
        child: try params.id("child"), testDate: try params.date("testDate"), content: try self.content(params),
        birthDate: try params.optionalDate("birthDate"),
        concerns: try self.concerns(params), examiner: try params.optionalText("examiner"),
        edition: try params.optionalText("edition"), place: ""))
  }

  static func concerns(_ params: JSONMembers) throws -> Set<Concern> {
    Set(try params.texts("concerns").map { try params.named("concerns", $0) })
  }

  private static func content(_ params: JSONMembers) throws -> ScreeningDraft.Content {
    switch (try self.answers(params), try params.optionalText("notScreened")) {
    case (let answers?, nil): return .answers(answers)
    case (nil, let reason?):
      try params.refuse("languages", with: "notScreened")
      return .notScreened(try params.named("notScreened", reason))
    case (nil, nil):
      throw Fault(.paramMissing, "answers or the reason for having none are missing", at: params.path(of: "answers"))
    case (_?, _?):
      throw Fault(
        .paramKind, "answers and a reason for having none", at: params.path(of: "notScreened"),
        maybe: "leave one of the two out")
    }
  }

  /// `answers` with their `languages`; `nil` where there are none.
  static func answers(_ params: JSONMembers) throws -> ScreeningAnswers? {
    guard let answers = try params.optionalMembers("answers") else { return nil }
    var byItem: [ItemCode: ResponseCode] = [:]
    for member in answers.object.members {
      byItem[ItemCode(member.key)] = ResponseCode(try answers.text(member.key))
    }
    guard let languages = try params.optionalMembers("languages") else { return ScreeningAnswers(byItem) }
    var spoken: [ItemCode: String] = [:]
    for member in languages.object.members {
      guard byItem[ItemCode(member.key)] != nil else {
        throw Fault(.paramKind, "an item without an answer has a language", at: languages.path)
      }
      spoken[ItemCode(member.key)] = try languages.text(member.key)
    }
    return ScreeningAnswers(byItem, languages: spoken)
  }
}
