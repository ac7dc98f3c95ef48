// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A local area inclusion plan with everything that belongs to it.
public struct InclusionPlan: Hashable, Sendable, Codable {
  /// The local authority by both of its codes.
  public struct Area: Hashable, Sendable, Codable {
    public let name: String
    /// Three-digit DfE code, `894`.
    public let laCode: String
    /// GSS code, `E06000020`.
    public let gss: String
    /// Everything printed of a made-up area says "synthetic".
    public let isMadeUp: Bool

    public init(name: String, laCode: String, gss: String, isMadeUp: Bool) {
      self.name = name
      self.laCode = laCode
      self.gss = gss
      self.isMadeUp = isMadeUp
    }
  }

  public let id: PlanID
  public let area: Area
  public var title: String
  public var periodFrom: CivilDate
  public var periodTo: CivilDate
  public let templateVersion: String
  public private(set) var status: PlanStatus
  public private(set) var signedOffOn: CivilDate?
  public private(set) var signedOffBy: [PartnershipRole]
  /// All twelve, by code.
  public private(set) var sections: [PlanSection]
  public var priorities: [PlanPriority]
  public var members: [PartnershipMember]
  public var meetings: [PartnershipMeeting]
  /// Oldest first; superseded evidence stays.
  public internal(set) var evidence: [PlanEvidence]

  /// A draft with twelve empty sections.
  ///
  /// - Throws: `plan.malformed` for an empty title or a period that does not end after it starts.
  public init(
    id: PlanID,
    area: Area,
    title: String,
    periodFrom: CivilDate,
    periodTo: CivilDate,
    templateVersion: String = "proposed-1"
  ) throws {
    guard !title.isEmpty else {
      throw Fault(
        .planMalformed,
        "a plan needs a title",
        at: id.rawValue,
        maybe: "name the area and the years"
      )
    }
    guard periodFrom < periodTo else {
      throw Fault(
        .planMalformed,
        "the plan's period starts on \(periodFrom) and ends on \(periodTo)",
        at: id.rawValue,
        maybe: "give the first and the last day, in that order"
      )
    }
    self.id = id
    self.area = area
    self.title = title
    self.periodFrom = periodFrom
    self.periodTo = periodTo
    self.templateVersion = templateVersion
    self.status = .draft
    self.signedOffOn = nil
    self.signedOffBy = []
    self.sections = try PlanSection.codes.map { try PlanSection(code: $0) }
    self.priorities = []
    self.members = []
    self.meetings = []
    self.evidence = []
  }

  /// - Throws: `plan.no-section`.
  public func section(_ code: Int) throws -> PlanSection { self.sections[try PlanSection.checked(code) - 1] }

  /// - Throws: `plan.no-section`; `plan.bad-transition` once the plan is signed off or superseded.
  public mutating func write(_ text: String, inSection code: Int) throws {
    let code = try PlanSection.checked(code)
    try self.refuseUnlessOpen()
    self.sections[code - 1].text = text
  }

  /// - Throws: `plan.bad-transition` for a status that may not come next, and for `signedOff`, which is
  ///   reached by ``signOff(at:)`` only.
  public mutating func move(to status: PlanStatus) throws {
    guard self.status.next.contains(status), status != .signedOff else {
      let allowed = self.status.next.map(\.label).joined(separator: ", ")
      throw Fault(
        .planTransition,
        "a plan that is \(self.status.label) cannot become \(status.label)",
        at: self.id.rawValue,
        maybe: allowed.isEmpty
          ? "start a new plan"
          : "the next status may be: \(allowed)\(self.status == .submitted ? " (by a meeting)" : "")"
      )
    }
    self.status = status
  }

  /// Signs the plan off at a meeting of the partnership, which goes on record with the roles present.
  ///
  /// - Throws: `plan.bad-transition` unless the plan is submitted, or when a mandated role was absent.
  public mutating func signOff(at meeting: PartnershipMeeting) throws {
    guard self.status == .submitted else {
      throw Fault(
        .planTransition,
        "a plan that is \(self.status.label) cannot be signed off",
        at: self.id.rawValue,
        maybe: "submit it to the partnership first"
      )
    }
    let absent = PartnershipRole.mandated.filter { !meeting.present.contains($0) }
    guard absent.isEmpty else {
      throw Fault(
        .planTransition,
        "the meeting of \(meeting.date) had no quorum to sign off: without "
          + absent.map(\.label).joined(separator: ", "),
        at: self.id.rawValue,
        maybe: "meet again with every mandated role"
      )
    }
    if !self.meetings.contains(meeting) { self.meetings.append(meeting) }
    self.status = .signedOff
    self.signedOffOn = meeting.date
    self.signedOffBy = meeting.present
  }

  /// Whether sections and evidence may still change.
  public var isOpen: Bool { self.status != .signedOff && self.status != .superseded }

  /// For a plan that is read back: no transition is checked.
  mutating func restore(_ status: PlanStatus, _ signedOffOn: CivilDate?, _ signedOffBy: [PartnershipRole]) {
    self.status = status
    self.signedOffOn = signedOffOn
    self.signedOffBy = signedOffBy
  }

  func refuseUnlessOpen() throws {
    guard self.isOpen else {
      throw Fault(
        .planTransition,
        "a plan that is \(self.status.label) no longer changes",
        at: self.id.rawValue,
        maybe: "start a new plan"
      )
    }
  }
}
