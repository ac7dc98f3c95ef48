// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// What `child.put` takes.
enum ChildParams {
  static let fields = [
    Field("id", .text, "the area's own reference; never a UPN or an NHS number"),
    Field("setting", .text, optional: true, "URN or EY number"),
    Field("givenName", .text), Field("familyName", .text), Field("birthDate", .text(.date)),
    Field("sex", .oneOf(Sex.allCases.map(\.rawValue)), optional: true),
    Field("homeLanguages", .list(of: .text), optional: true), Field("eal", .bool, optional: true),
    Field("fsm", .bool, optional: true), Field("sen", .oneOf(SENStatus.allCases.map(\.rawValue)), optional: true),
    Field("deprivationDecile", .whole(1...10), optional: true),
    Field("weeksGestation", .whole(20...45), optional: true),
    Field("englishExposure", .whole(0...100), optional: true, "per cent of waking hours"),
    Field("monthsInEnglish", .whole(0...240), optional: true),
    Field("yearGroup", .text, optional: true, "where the child is taught out of the year of their age"),
    Field("optedOut", .text(.date), optional: true), Field("optOutSource", .text, optional: true),
    Field("diedOn", .text(.date), optional: true),
    Field("upn", .text, optional: true), Field("nhsNumber", .text, optional: true),
  ]

  static func draft(_ params: JSONMembers) throws -> ImportChildren.Draft {
    ImportChildren.Draft(
      child: try self.child(params, name: Self.name),
      upn: try params.optionalText("upn").map { text in try params.made("upn", text, "a UPN") { UPN($0) } },
      nhsNumber: try params.optionalText("nhsNumber").map { text in
        try params.made("nhsNumber", text, "an NHS number") { NHSNumber($0) }
      })
  }

  /// - Parameter name: takes a name by its member.
  static func child(_ params: JSONMembers, name: (String, JSONMembers) throws -> String) throws -> ChildRecord {
    ChildRecord(
      id: try params.id("id"), setting: try params.optionalID("setting"), givenName: try name("givenName", params),
      familyName: try name("familyName", params), birthDate: try params.date("birthDate"),
      sex: try params.optionalNamed("sex"), homeLanguages: try params.texts("homeLanguages"),
      learnsEnglishAsAdditional: try params.optionalBool("eal"), freeSchoolMeals: try params.optionalBool("fsm"),
      senStatus: try params.optionalNamed("sen"), deprivationDecile: try params.optionalWhole("deprivationDecile"),
      weeksGestation: try params.optionalWhole("weeksGestation"),
      englishExposure: try params.optionalWhole("englishExposure"),
      monthsInEnglish: try params.optionalWhole("monthsInEnglish"),
      yearGroupOverride: try params.optionalText("yearGroup").map { text in
        try params.made("yearGroup", text, "a year group") { try? NCYear(validating: $0) }
      },
      optedOut: try params.optionalDate("optedOut"), optOutSource: try params.optionalText("optOutSource"),
      diedOn: try params.optionalDate("diedOn"))
  }

  private static func name(_ key: String, _ params: JSONMembers) throws -> String {
    try params.made(key, try params.text(key), "a name of 1 to 100 characters") { text in
      text.contains { !$0.isWhitespace } && text.count <= 100 ? text : nil
    }
  }
}
