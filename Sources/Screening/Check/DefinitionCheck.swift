// SPDX-License-Identifier: Apache-2.0

/// What is wrong with a definition beyond the form of its file.
public enum DefinitionCheck {
  /// Every rule, in the order findings are given.
  public static let rules: [any DefinitionRule] = [
    LicenceFilled(), AgeRanges(), PretermLimits(), SectionItems(), UniqueCodes(), KnownNames(), UsedParts(),
    ResponsePoints(), ReversedItems(), StartPoints(), ReachableItems(), BasalPossible(), CeilingPossible(),
    AdaptiveSections(), RouteSections(), RouteCuts(), MissingAllowance(), SumWeights(), ScoreOrder(), ScoreKinds(),
    ScoreParameters(), AddedRange(), NormAges(), NormValues(), NormSumRange(), NormMedians(), LookupCells(),
    BankItems(), BandScore(), BandAges(), BandGaps(), BandOverlaps(), ReachableBands(), TierForEveryBand(),
    ReachableTiers(), RescreenWeeks(),
  ]

  /// Empty when the definition may score.
  public static func findings(in definition: ScreenerDefinition) -> [DefinitionFinding] {
    Self.rules.flatMap { $0.findings(in: definition) }
  }
}
