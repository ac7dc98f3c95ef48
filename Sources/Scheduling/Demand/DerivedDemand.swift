// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One week's demand: the visits, the groups behind them, and everything that was left aside with its
/// reason.
///
/// Every child with a confirmed tier is in exactly one group, or in ``notPlaced``.
public struct DerivedDemand: Sendable, Hashable {
  public let week: SchoolWeek
  /// In order of their ids.
  public let visits: [DemandVisit]
  /// In order of their series.
  public let groups: [DemandGroup]
  /// In order of subject.
  public let notPlaced: [NotPlaced]
  /// What differs from the plan without leaving anyone out: fewer sessions in a short week, a small group.
  public let notes: [Note]
  public let capacity: CapacityNote

  public struct Note: Sendable, Hashable {
    public let setting: SettingID
    public let series: SeriesID?
    public let text: String
  }
}

/// A child, a cohort or a wish of the manager that gets no visit this week, and why.
public struct NotPlaced: Sendable, Hashable {
  public enum Subject: Sendable, Hashable {
    case child(ChildID)
    case cohort(CohortID)
    case standing(String)
  }

  /// The reason as a word that programs can count; ``because`` says it in full.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case tierNotConfirmed = "tier-not-confirmed"
    case therapistDecides = "therapist-decides"
    case noVisitsInTier = "no-visits-in-tier"
    case noRule = "no-rule"
    case tooFewForGroup = "too-few-for-group"
    case groupFull = "group-full"
    case programmeFinished = "programme-finished"
    case courseClosed = "course-closed"
    case settingUnknown = "setting-unknown"
    case settingClosed = "setting-closed"
    case noSessionLongEnough = "no-session-long-enough"
    case noOneWithSkill = "no-one-with-skill"
    case notOffered = "not-offered"
  }

  public let subject: Subject
  public let setting: SettingID
  public let reason: Reason
  /// A sentence without the name of a child.
  public let because: String
  /// What would change it, where something is known to.
  public let suggestion: String?
}
