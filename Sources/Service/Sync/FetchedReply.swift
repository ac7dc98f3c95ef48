// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import StrictJSON
import Vocabulary
import Wire

/// What `sync.pull` answers, and how a device reads it.
enum FetchedReply {
  static let fields = [
    Field("restart", .bool, "everything is given from the start: what does not come again is no longer the device's"),
    Field("area", AreaCopy.shape, optional: true, "where something of it changed"),
    Field("children", .list(of: Self.child)),
    Field("gone", .list(of: .text), "children to let go of"),
    Field("cursor", .text, "for the next call"), Field("more", .bool, "whether the next call has something at once"),
  ]

  private static let child = Shape.object([
    Field("child", ChildReply.shape), Field("cohorts", .list(of: Self.cohort)),
    Field("screenings", .list(of: ScreeningCopy.shape), "superseded ones too, each after the one that it supersedes"),
    Field("confirmations", .list(of: ScreeningCopy.decisionShape)),
  ])

  private static let cohort = Shape.object([
    Field("id", .text), Field("setting", .text), Field("academicYear", .text), Field("term", .text),
    Field("yearGroup", .text), Field("expected", .whole),
  ])

  static func of(_ fetched: FetchedRecords) -> JSONValue {
    .members([
      "restart": .bool(fetched.isRestart), "area": fetched.area.map(AreaCopy.of),
      "children": .list(fetched.children.map(Self.of)), "gone": .texts(fetched.gone.map(\.rawValue)),
      "cursor": .text(fetched.cursor), "more": .bool(fetched.isMore),
    ])
  }

  static func read(_ value: JSONValue) throws -> FetchedRecords {
    let members = try JSONMembers(value, code: .paramKind)
    return FetchedRecords(
      isRestart: try members.bool("restart"), area: try members.optionalMembers("area").map(AreaCopy.read),
      children: try members.objects("children").map(Self.child), gone: try members.texts("gone").map { ChildID($0) },
      cursor: try members.text("cursor"), isMore: try members.bool("more"))
  }

  private static func of(_ child: FetchedRecords.Child) -> JSONValue {
    .members([
      "child": ChildReply.of(child.child), "cohorts": .list(child.cohorts.map(Self.of)),
      "screenings": .list(child.screenings.map(ScreeningCopy.of)),
      "confirmations": .list(child.confirmations.map(ScreeningCopy.of)),
    ])
  }

  private static func child(_ members: JSONMembers) throws -> FetchedRecords.Child {
    FetchedRecords.Child(
      // Whatever name the service keeps is the child's name here.
      child: try ChildParams.child(try members.members("child")) { try $1.text($0) },
      cohorts: try members.objects("cohorts").map(Self.cohort),
      screenings: try members.objects("screenings").map(ScreeningCopy.read),
      confirmations: try members.objects("confirmations").map(ScreeningCopy.decision))
  }

  private static func of(_ cohort: CohortRecord) -> JSONValue {
    .members([
      "id": .text(cohort.id.rawValue), "setting": .text(cohort.setting.rawValue),
      "academicYear": .text("\(cohort.academicYear)"), "term": .text(cohort.term.rawValue),
      "yearGroup": .text("\(cohort.yearGroup)"), "expected": .whole(cohort.expected),
    ])
  }

  private static func cohort(_ members: JSONMembers) throws -> CohortRecord {
    CohortRecord(
      id: try members.id("id"), setting: try members.id("setting"),
      academicYear: try members.made("academicYear", try members.text("academicYear"), "a school year") {
        AcademicYear($0)
      },
      term: try members.named("term"),
      yearGroup: try members.made("yearGroup", try members.text("yearGroup"), "a year group") {
        try? NCYear(validating: $0)
      },
      expected: try members.whole("expected"))
  }
}
