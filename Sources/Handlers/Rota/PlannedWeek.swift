// SPDX-License-Identifier: Apache-2.0

public import Scheduling
public import Vocabulary

/// One of several weeks that were planned together.
public struct PlannedWeek: Sendable {
  public enum State: Sendable {
    /// No school anywhere in the area, and why on its Monday.
    case holiday(String)
    /// School, but neither the pathways nor a manager ask for a visit.
    case nothingAsked
    /// People hold a rota already.
    case published(KeptRota)
    case planned(PlanRota.Output, DeriveDemand.Output)
  }

  public let week: SchoolWeek
  public let state: State
  /// `nil` in a week without a rota.
  public internal(set) var owed: OwedAtWeekEnd?
  /// What the week alone makes each person carry.
  public internal(set) var loads: [StaffID: CarriedLoad] = [:]
  var past: PastWeek?

  init(week: SchoolWeek, state: State) {
    self.week = week
    self.state = state
  }

  public var rota: KeptRota? {
    switch self.state {
    case .holiday, .nothingAsked: nil
    case .published(let rota): rota
    case .planned(let done, _): done.rota
    }
  }
}
