// SPDX-License-Identifier: Apache-2.0

/// What a plan has to know of one child beside the answers.
public struct PlanChild: Sendable {
  /// How the child's home languages stand to those the norms are for.
  public enum Languages: Sendable {
    case notStated
    /// Every one is listed.
    case listed
    case notListed
  }

  public var age: ScreeningAge
  public var languages: Languages
  /// Bit `i` is set for `Concern.allCases[i]`.
  public var concerns: Int

  public init(age: ScreeningAge, languages: Languages, concerns: Int = 0) {
    self.age = age
    self.languages = languages
    self.concerns = concerns
  }

  /// The bit of one concern in ``concerns``.
  public static func bit(of concern: Concern) -> Int {
    Concern.allCases.firstIndex(of: concern).map { 1 << $0 } ?? 0
  }
}
