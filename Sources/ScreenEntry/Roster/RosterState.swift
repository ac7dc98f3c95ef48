// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// How one child of a cohort stands with a screener, on the day of entry.
public enum RosterState: Hashable, Sendable {
  case toDo
  /// A sitting is open, with this many items kept.
  case partEntered(Int)
  /// Screened in this term and phase; `tier` is the one proposed.
  case done(CivilDate, tier: String?)
  case notScreened(CivilDate, ReasonNotScreened)
  /// Not to be screened from that day on.
  case optedOut(CivilDate)
  /// The screener refuses the child's age on the day; the number is completed months.
  case outsideAge(Int)

  /// What the child counts as.
  public var group: RosterGroup {
    switch self {
    case .toDo: .toDo
    case .partEntered: .part
    case .done: .done
    case .notScreened(_, .absent): .absent
    case .notScreened: .notScreened
    case .optedOut: .optedOut
    case .outsideAge: .outsideAge
    }
  }

  /// In words: `done 2026-11-30, targeted`.
  public var description: String {
    switch self {
    case .toDo: "to do"
    case .partEntered(let items): "part entered, \(counted(items, "item")) kept"
    case .done(let day, let tier): "done \(day)" + (tier.map { ", \($0)" } ?? "")
    case .notScreened(let day, let reason): "\(reason.words) \(day)"
    case .optedOut(let day): "opted out \(day)"
    case .outsideAge(let months): "outside age, \(months) months"
    }
  }

  /// Why the child's answers can't be entered; `nil` when they can.
  public var obstacle: String? {
    switch self {
    case .toDo, .partEntered, .notScreened: nil
    case .done(let day, _): "screened on \(day) already; 'elsec screen amend' corrects what is kept"
    case .optedOut(let day): "opted out on \(day): not to be screened"
    case .outsideAge(let months): "\(months) months is outside the screener's age range"
    }
  }
}

extension RosterState: CustomStringConvertible {}
