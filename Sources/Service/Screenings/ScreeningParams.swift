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
    Field("notScreened", .oneOf(NotScreenedReason.allCases.map(\.rawValue)), optional: true, "in the place of answers"),
    Field("birthDate", .text(.date), optional: true, "where the source states it: checked against the child's record"),
    Field("concerns", .list(of: .oneOf(Concern.allCases.map(\.rawValue))), optional: true),
    Field("examiner", .text, optional: true, "who screened, where it is not the person who calls"),
  ]

  static func entry(_ params: JSONMembers) throws -> KeepScreenings.Entry {
    KeepScreenings.Entry(
      id: try params.optionalText("id").map { ScreeningID($0.lowercased()) }, screener: try params.text("screener"),
      phase: try params.optionalNamed("phase") ?? .baseline,
      draft: ScreeningDraft(
        child: try params.id("child"), testDate: try params.date("testDate"), content: try self.content(params),
        birthDate: try params.optionalDate("birthDate"),
        concerns: Set(try params.texts("concerns").map { try params.named("concerns", $0) }),
        examiner: try params.optionalText("examiner"), place: ""))
  }

  private static func content(_ params: JSONMembers) throws -> ScreeningDraft.Content {
    switch (try params.optionalMembers("answers"), try params.optionalText("notScreened")) {
    case (let answers?, nil):
      return .answers(
        ScreeningAnswers(
          Dictionary(
            try answers.object.members.map { (ItemCode($0.key), ResponseCode(try answers.text($0.key))) },
            uniquingKeysWith: { first, _ in first })))
    case (nil, let reason?): return .notScreened(try params.named("notScreened", reason))
    case (nil, nil):
      throw Fault(.paramMissing, "answers or the reason for having none are missing", at: params.path(of: "answers"))
    case (_?, _?):
      throw Fault(
        .paramKind, "answers and a reason for having none", at: params.path(of: "notScreened"),
        maybe: "leave one of the two out")
    }
  }
}
