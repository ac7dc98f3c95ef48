// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One eligible child at one phase: the input of every summary.
///
/// The denominator is made of these, so a child who was not screened has a row too. Printing a row prints
/// nothing of the child.
public struct CohortRow: Hashable, Sendable {
  /// Opaque; the same child has the same key in every release.
  public let child: String
  public let setting: SettingID
  public let settingName: String
  /// National curriculum year group as coded by DfE: `N1`, `N2`, `R`, `1` … `6`.
  public let yearGroup: String
  /// The cohort's term, e.g. `2026-autumn`.
  public let term: String
  /// As recorded, e.g. `female`, `male`; `nil` is not known.
  public let sex: String?
  /// English as an additional language; `nil` is not known.
  public let eal: Bool?
  /// Eligible for free school meals; `nil` is not known.
  public let fsm: Bool?
  /// School census SEN provision: `N` none, `K` SEN support, `E` EHC plan; `nil` is not known.
  public let sen: String?
  /// 1 (most deprived) to 10 by the child's area; `nil` is not known. Shown by quintile.
  public let imdDecile: Int?
  /// Id of the screener, without version.
  public let screener: String
  public let phase: ScreeningPhase
  public let outcome: Outcome

  public init(
    child: String,
    setting: SettingID,
    settingName: String,
    yearGroup: String,
    term: String,
    sex: String?,
    eal: Bool?,
    fsm: Bool?,
    sen: String?,
    imdDecile: Int?,
    screener: String,
    phase: ScreeningPhase,
    outcome: Outcome
  ) {
    self.child = child
    self.setting = setting
    self.settingName = settingName
    self.yearGroup = yearGroup
    self.term = term
    self.sex = sex
    self.eal = eal
    self.fsm = fsm
    self.sen = sen
    self.imdDecile = imdDecile
    self.screener = screener
    self.phase = phase
    self.outcome = outcome
  }
}

extension CohortRow: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  public var description: String { "a child's row (not printed)" }
  public var debugDescription: String { self.description }
  public var customMirror: Mirror { Mirror(self, children: EmptyCollection<Mirror.Child>()) }
}
