// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What an area does after a confirmed tier: for every tier and age, a programme or a reason for none.
///
/// A value may be incomplete or contradictory; ``findings()`` says where. Demand is derived only from a
/// pathway without findings.
public struct Pathway: Sendable, Hashable {
  public let id: String
  public let title: String
  /// The tiers that must be answered, in the order people list them. Tiers are data: names are free.
  public let tiers: [String]
  /// The ages that every tier must be answered for; its unit is that of all rules.
  public let covers: AgeSpan
  public let programmes: [Programme]
  public let rules: [Rule]
  /// How children are screened; `nil` when someone else does it.
  public let screening: ScreeningVisits?

  public init(
    id: String,
    title: String,
    tiers: [String],
    covers: AgeSpan,
    programmes: [Programme],
    rules: [Rule],
    screening: ScreeningVisits? = nil
  ) {
    self.id = id
    self.title = title
    self.tiers = tiers
    self.covers = covers
    self.programmes = programmes
    self.rules = rules
    self.screening = screening
  }

  /// One tier and span of ages, and what follows.
  public struct Rule: Sendable, Hashable {
    public let tier: String
    public let ages: AgeSpan
    public let outcome: Outcome

    public init(tier: String, ages: AgeSpan, outcome: Outcome) {
      self.tier = tier
      self.ages = ages
      self.outcome = outcome
    }
  }

  public enum Outcome: Sendable, Hashable {
    case programme(ProgrammeID)
    /// The setting's own teaching is the offer, for the reason given: "universal offer of the setting".
    case noVisits(because: String)
    /// A therapist decides before anything is planned.
    case therapistDecides
  }

  /// How a cohort is screened: one visit takes as many children as fit.
  public struct ScreeningVisits: Sendable, Hashable {
    public let minutesAChild: Int
    /// Added once a visit, for setting up and packing away.
    public let setUpMinutes: Int
    public let longestMinutes: Int
    public let slots: [Set<String>]
    public let weight: Int

    public init(
      minutesAChild: Int,
      setUpMinutes: Int = 10,
      longestMinutes: Int = 120,
      slots: [Set<String>] = [["screen"]],
      weight: Int
    ) {
      self.minutesAChild = minutesAChild
      self.setUpMinutes = setUpMinutes
      self.longestMinutes = longestMinutes
      self.slots = slots.isEmpty ? [[]] : slots
      self.weight = weight
    }

    /// The most children in one visit; at least 1.
    public var childrenAVisit: Int {
      max(1, (self.longestMinutes - self.setUpMinutes) / max(1, self.minutesAChild))
    }
  }

  public func programme(_ id: ProgrammeID) -> Programme? { self.programmes.first { $0.id == id } }

  /// The rules that answer for a tier and an age. Exactly one in a pathway without findings, unless the age
  /// lies outside ``covers``.
  public func rules(tier: String, months: Int?, year: NCYear?) -> [Rule] {
    self.rules.filter { $0.tier == tier && $0.ages.holds(months: months, year: year) }
  }
}
