// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A local area inclusion plan.
public struct PlanRecord: Sendable, Hashable {
  public let id: PlanID
  public var title: String
  public var periodFrom: CivilDate
  public var periodTo: CivilDate
  public var templateVersion: String
  public var status: PlanStatus
  public var signedOffOn: CivilDate?
  /// Roles, not people.
  public var signedOffBy: [String]

  public init(
    id: PlanID,
    title: String,
    periodFrom: CivilDate,
    periodTo: CivilDate,
    templateVersion: String = "",
    status: PlanStatus = .draft,
    signedOffOn: CivilDate? = nil,
    signedOffBy: [String] = []
  ) {
    self.id = id
    self.title = title
    self.periodFrom = periodFrom
    self.periodTo = periodTo
    self.templateVersion = templateVersion
    self.status = status
    self.signedOffOn = signedOffOn
    self.signedOffBy = signedOffBy
  }
}

extension PlanRecord: TableRow {
  static let table = TableShape(
    "plan",
    key: 1,
    [
      "id", "title", "period_from", "period_to", "template_version", "status", "signed_off_on",
      "signed_off_by",
    ]
  )

  init(_ row: inout RowReader) throws {
    self.init(
      id: try row.next(),
      title: try row.next(),
      periodFrom: try row.next(),
      periodTo: try row.next(),
      templateVersion: try row.next(),
      status: try row.next(),
      signedOffOn: try row.next(),
      signedOffBy: try row.next()
    )
  }

  var values: [SQLValue] {
    [
      self.id.column, self.title.column, self.periodFrom.column, self.periodTo.column,
      self.templateVersion.column, self.status.column, self.signedOffOn.column, self.signedOffBy.column,
    ]
  }
}
