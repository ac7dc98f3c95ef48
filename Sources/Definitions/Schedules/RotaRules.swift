// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// What a rota is weighed by, and a working day where nobody has said otherwise:
/// `Schedules/rules/weights.yaml`.
public struct RotaRules: Sendable, Hashable {
  /// One stretch of a day.
  public struct Hours: Sendable, Hashable {
    public let start: TimeOfDay
    public let end: TimeOfDay
  }

  public struct VisitWeight: Sendable, Hashable {
    public let kind: String
    public let weight: Int
  }

  public struct TeachingHours: Sendable, Hashable {
    public let phase: String
    public let hours: [Hours]
  }

  public let id: String
  public let title: String
  /// Visits start on multiples of this many minutes.
  public let step: Int
  public let weights: RotaProblem.Weights
  /// By kind of visit, in the order of the file: what leaving one out costs.
  public let visitWeights: [VisitWeight]
  /// A shift where a person's own is not known.
  public let workingDay: Hours
  public let weekMinutes: Int
  public let contactMinutes: Int
  public let rest: RotaProblem.Break
  /// By phase (`early-years`, `primary`, `special`), in the order of the file: when a setting takes visits.
  public let teachingHours: [TeachingHours]

  /// The weight of a kind of visit; `nil` for a kind the file does not name.
  public func weight(of kind: String) -> Int? { self.visitWeights.first { $0.kind == kind }?.weight }

  /// When settings of a phase take visits; empty for a phase the file does not name.
  public func teachingHours(of phase: String) -> [Hours] {
    self.teachingHours.first { $0.phase == phase }?.hours ?? []
  }
}
