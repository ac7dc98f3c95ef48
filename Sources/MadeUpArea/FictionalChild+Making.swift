// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension FictionalChild {
  /// Where a group of children stands against the norms: mean and standard deviation in z.
  private struct Standing {
    let mean: Double
    let deviation: Double
  }

  /// Fitted so that rounding to whole points gives the published shares of green, amber and red.
  private static func standing(_ isPreSchool: Bool, isFollowUp: Bool) -> Standing {
    switch (isPreSchool, isFollowUp) {
    case (true, false): Standing(mean: -0.79, deviation: 0.72)
    case (true, true): Standing(mean: -0.10, deviation: 1.13)
    case (false, false): Standing(mean: -1.04, deviation: 0.69)
    case (false, true): Standing(mean: 0.62, deviation: 1.20)
    }
  }

  /// One place on a roll, before a child is made for it.
  private struct Seat {
    let number: Int
    let year: String
    let setting: FictionalSetting
    let order: Int
  }

  static func all(in settings: [FictionalSetting], _ random: inout SeededGenerator) -> [FictionalChild] {
    var children: [FictionalChild] = []
    for cycle in FictionalCycle.allCases {
      let seats = Self.seats(settings.filter { $0.cycle == cycle }, &random)
      var abilities: [String: [Ability]] = [:]
      for year in ["N2", "R"] {
        abilities[year] = Ability.spread(over: seats.count { $0.year == year }, &random)
      }
      for seat in seats {
        guard let ability = abilities[seat.year]?.popLast() else { continue }
        children.append(Self.make(seat, ability, &random))
      }
    }
    return children
  }

  private static func seats(
    _ settings: [FictionalSetting],
    _ random: inout SeededGenerator
  ) -> [Seat] {
    var seats: [Seat] = []
    for (order, setting) in settings.enumerated() {
      var years: [(group: String, count: Int)] = []
      if setting.isNursery || setting.hasNurseryClass { years.append(("N2", 18 + random.below(8))) }
      if !setting.isNursery { years.append(("R", 24 + random.below(8))) }
      for year in years {
        for _ in 0..<year.count {
          seats.append(Seat(number: seats.count + 1, year: year.group, setting: setting, order: order))
        }
      }
    }
    return seats
  }

  private static func make(
    _ seat: Seat,
    _ ability: Ability,
    _ random: inout SeededGenerator
  ) -> FictionalChild {
    let (number, setting, order) = (seat.number, seat.setting, seat.order)
    let cycle = setting.cycle
    let isPreSchool = seat.year == "N2"
    let birth = day(cycle.rawValue - (isPreSchool ? 4 : 5), 9, 1).adding(days: random.below(365))
    let isGirl = random.below(2) == 0
    let given = isGirl ? PersonNames.girls : PersonNames.boys
    let givenName = given[random.below(given.count)]
    let familyName = PersonNames.family(&random)
    let hasOtherLanguage = random.below(100) < 26 - 2 * setting.deprivationDecile
    let language = hasOtherLanguage ? Self.languages[random.below(Self.languages.count)] : "ENG"
    let exposure = hasOtherLanguage ? 20 + 5 * random.below(13) : nil
    let meals = random.below(100) < 42 - 3 * setting.deprivationDecile

    let sen = random.below(1000)
    let support = ability.first < -0.8 ? 300 : 90
    let optedOut = random.below(1000) < 15
    let (absentFirst, absentAgain) = (random.below(1000) < 35, random.below(1000) < 60)
    let baseline = Self.answers(
      ability.first,
      birth,
      Self.schoolDay(cycle.baseline, order),
      isPreSchool,
      false,
      &random
    )
    let followUp = Self.answers(
      ability.again,
      birth,
      Self.schoolDay(cycle.followUp, order),
      isPreSchool,
      true,
      &random
    )
    let serial = cycle.rawValue % 100 * 1_000 + number
    return FictionalChild(
      reference: "MADEUP-\(cycle.label)-\(padded(number, to: 4))",
      setting: setting.reference,
      cycle: cycle,
      yearGroup: seat.year,
      givenName: givenName,
      familyName: familyName,
      birthDate: birth,
      sex: isGirl ? "F" : "M",
      homeLanguage: language,
      hasFreeSchoolMeals: meals,
      sen: sen < 12 ? "E" : sen < 12 + support ? "K" : "N",
      deprivationDecile: min(10, max(1, setting.deprivationDecile + random.below(3) - 1)),
      englishExposure: exposure,
      upn: setting.isNursery ? nil : TestNumbers.upn(school: setting.reference, cycle, number),
      nhsNumber: random.below(10) < 7 ? TestNumbers.nhsNumber(serial: serial) : nil,
      optedOutOn: optedOut ? cycle.baseline.adding(days: -14) : nil,
      baseline: optedOut || absentFirst ? nil : baseline,
      followUp: optedOut || absentAgain || cycle == .current ? nil : followUp
    )
  }

  private static func answers(
    _ ability: Double,
    _ birth: CivilDate,
    _ date: CivilDate,
    _ isPreSchool: Bool,
    _ isFollowUp: Bool,
    _ random: inout SeededGenerator
  ) -> FictionalAnswers {
    let standing = Self.standing(isPreSchool, isFollowUp: isFollowUp)
    let months = Age(from: birth, to: date, by: .calendar)?.completedMonths ?? 0
    let total = DemoScreener.rawTotal(z: standing.mean + standing.deviation * ability, months: months)
    return FictionalAnswers.make(total: total, months: months, on: date, &random)
  }

  /// Fourteen school days from the first Monday on or after `start`, one after another.
  private static func schoolDay(_ start: CivilDate, _ order: Int) -> CivilDate {
    let monday = start.weekday == 1 ? start : start.adding(days: 8 - start.weekday)
    return monday.adding(days: order % 14 / 5 * 7 + order % 14 % 5)
  }

  private static let languages = ["POL", "URD", "ARA", "BNG", "GUJ", "UKR", "TUR", "POL", "URD", "OTH"]
}
