// SPDX-License-Identifier: Apache-2.0

public import ArgumentParser
public import InclusionPlans
public import Storage
public import Vocabulary

/// What options take: `--date 2026-11-30`.
extension CivilDate: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

/// `--week 2026-W49`
extension SchoolWeek: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}

extension Storage.ScreeningPhase: ExpressibleByArgument {}
extension Storage.VisitOutcome: ExpressibleByArgument {}
extension Storage.MeasureDirection: ExpressibleByArgument {}
extension Storage.Role: ExpressibleByArgument {}
extension PartnershipRole: ExpressibleByArgument {}

/// `--year-group N2`
extension NCYear: ExpressibleByArgument {
  public init?(argument: String) { self.init(argument) }
}
