// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

public enum ProgrammeTag {}
public typealias ProgrammeID = ID<ProgrammeTag>

/// What a tier offers: how many children together, how often, for how long, and who leads.
public struct Programme: Sendable, Hashable {
  public let id: ProgrammeID
  public let title: String
  /// Children in one group; `1...1` is one to one.
  public let groupSize: ClosedRange<Int>
  public let sessionsAWeek: Int
  public let weeks: Int
  /// Length of one session.
  public let minutes: Int
  /// The kind that its visits carry on the rota, such as `group` or `therapy`.
  public let kind: String
  /// Who leads: one entry a person, each the skills that this person must all have. Two entries make every
  /// session a joint one.
  public let slots: [Set<String>]
  /// Least distance in days between two sessions of one week; 1 = different days, 0 does not bind.
  public let gapDays: Int
  /// Whether one group keeps the same people through the week and from week to week.
  public let sameStaff: RotaProblem.Series.SameStaff
  /// What leaving out one session costs the rota, before ``Priority`` raises it.
  public let weight: Int
  /// A visit to every child before the group's first session.
  public let assessFirst: Assessment?
  /// Calendar weeks from the first session to the next screening; `nil` = the screener decides.
  public let rescreenAfterWeeks: Int?

  public init(
    id: ProgrammeID,
    title: String,
    groupSize: ClosedRange<Int>,
    sessionsAWeek: Int,
    weeks: Int,
    minutes: Int,
    kind: String = "group",
    slots: [Set<String>] = [["group"]],
    gapDays: Int = 1,
    sameStaff: RotaProblem.Series.SameStaff = .prefer,
    weight: Int,
    assessFirst: Assessment? = nil,
    rescreenAfterWeeks: Int? = nil
  ) {
    self.id = id
    self.title = title
    self.groupSize = groupSize
    self.sessionsAWeek = sessionsAWeek
    self.weeks = weeks
    self.minutes = minutes
    self.kind = kind
    self.slots = slots.isEmpty ? [[]] : slots
    self.gapDays = gapDays
    self.sameStaff = sameStaff
    self.weight = weight
    self.assessFirst = assessFirst
    self.rescreenAfterWeeks = rescreenAfterWeeks
  }

  /// The whole dose: sessions a week times weeks.
  public var sessions: Int { self.sessionsAWeek * self.weeks }

  /// One child, one person or more, before the first session of the programme.
  public struct Assessment: Sendable, Hashable {
    public let kind: String
    public let minutes: Int
    public let slots: [Set<String>]
    /// Least time between its end and the start of the first session.
    public let gapMinutes: Int

    public init(
      kind: String = "assess",
      minutes: Int,
      slots: [Set<String>] = [["therapist"]],
      gapMinutes: Int = 0
    ) {
      self.kind = kind
      self.minutes = minutes
      self.slots = slots.isEmpty ? [[]] : slots
      self.gapMinutes = gapMinutes
    }
  }
}
