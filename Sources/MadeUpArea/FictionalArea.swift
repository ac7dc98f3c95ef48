// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A made-up local authority with its settings, team and children, the same for the same seed.
///
/// Nothing in it is real. Wrenmoor is on no map: its grid references lie in a forest near the Scottish
/// border, its GSS code E06999999, its DfE code 999, its URNs from 990001 and EY numbers from EY990001 are
/// far beyond those given out, its postcodes begin with WM, which is no postcode area, its NHS numbers are
/// in the 999 range for tests, and every file says that it is made up.
///
/// Two yearly cycles of screening, each in its own half of the settings, with nursery (N2) and Reception
/// children:
///
/// - 2025/26: screened in October 2025 and again in June 2026. The bands move as in the figures published
///   for one pathfinder: pre-school 45/28/27 % green/amber/red to 70/14/16, Reception 31 % green to 85 %.
/// - 2026/27: screened in October 2026; its groups are to be planned for the week 2026-W49.
///
/// Year 1 is left out: the demo screener's norms end at 71 months.
public struct FictionalArea: Sendable {
  public static let name = "Wrenmoor"
  public static let gssCode = "E06999999"
  public static let laCode = "999"
  /// The week that the files are laid out to be planned for.
  public static let week = "2026-W49"

  public let seed: UInt64
  public let settings: [FictionalSetting]
  public let staff: [FictionalPractitioner]
  /// Sorted by reference.
  public let children: [FictionalChild]

  public init(seed: UInt64 = 1) {
    self.seed = seed
    var random = SeededGenerator(seed: seed)
    self.settings = FictionalSetting.all(&random)
    self.staff = FictionalPractitioner.all()
    self.children = FictionalChild.all(in: self.settings, &random)
  }
}

/// One file of the area, to be written as it is.
public struct FictionalFile: Sendable, Hashable {
  public let name: String
  public let text: String

  public init(name: String, text: String) {
    self.name = name
    self.text = text
  }
}
