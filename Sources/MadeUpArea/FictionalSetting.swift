// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// A school or nursery of the made-up area.
public struct FictionalSetting: Sendable, Hashable {
  /// A URN from 990001, or an EY number from EY990001.
  public let reference: String
  public let name: String
  public let isNursery: Bool
  /// Whether a school has a nursery class.
  public let hasNurseryClass: Bool
  public let postcode: String
  /// Metres on the British National Grid.
  public let easting: Int
  public let northing: Int
  public let pupils: Int
  /// 1 is the most deprived tenth.
  public let deprivationDecile: Int
  public let cycle: FictionalCycle
  public let rooms: Int
  /// When children are there: `08:45-11:45;12:45-15:15`.
  public let sessions: String

  /// Twenty-two nurseries and twenty-six primary schools, in towns and villages around a centre.
  static func all(_ random: inout SeededGenerator) -> [FictionalSetting] {
    var settings: [FictionalSetting] = []
    let names = Self.names(&random)
    for index in 0..<48 {
      let isNursery = index < 22
      let place = Town.all[Self.towns[index % Self.towns.count]]
      let spread = place.radius
      let east = place.easting + random.below(2 * spread + 1) - spread
      let north = place.northing + random.below(2 * spread + 1) - spread
      let decile = min(10, max(1, place.decile + random.below(5) - 2))
      let number = isNursery ? index + 1 : index - 21
      settings.append(
        FictionalSetting(
          reference: isNursery ? "EY\(990_000 + number)" : "\(990_000 + number)",
          name: isNursery
            ? "\(names[index]) \(Self.nurseryKinds[index % Self.nurseryKinds.count])"
            : "\(names[index]) \(Self.schoolKinds[index % Self.schoolKinds.count])",
          isNursery: isNursery,
          hasNurseryClass: !isNursery && index % 3 == 0,
          postcode: "WM\(place.district) \(1 + index % 9)\(Self.postcodeEnding(index))",
          easting: east,
          northing: north,
          pupils: isNursery ? 34 + random.below(40) : 150 + random.below(270),
          deprivationDecile: decile,
          cycle: (index / 2 + index / 12) % 2 == 0 ? .earlier : .current,
          rooms: isNursery ? 1 : 1 + random.below(2),
          sessions: isNursery ? "09:00-12:00;12:45-15:15" : "08:55-12:00;13:00-15:15"
        )
      )
    }
    return settings
  }

  /// A town or village: where it is, how far it spreads, and how deprived it is.
  struct Town {
    let easting: Int
    let northing: Int
    let radius: Int
    let district: Int
    let decile: Int

    static let all = [
      Town(easting: 371_400, northing: 578_600, radius: 1_900, district: 1, decile: 3),
      Town(easting: 377_900, northing: 581_700, radius: 1_100, district: 2, decile: 5),
      Town(easting: 366_300, northing: 573_900, radius: 1_200, district: 3, decile: 4),
      Town(easting: 372_600, northing: 569_400, radius: 1_000, district: 4, decile: 7),
      Town(easting: 365_800, northing: 585_300, radius: 1_700, district: 5, decile: 8),
      Town(easting: 380_600, northing: 573_800, radius: 2_100, district: 6, decile: 8),
    ]
  }

  /// Which town each setting of a round of twelve is in: half of them in the largest.
  private static let towns = [0, 1, 0, 2, 0, 3, 0, 4, 0, 1, 2, 5]

  private static func postcodeEnding(_ index: Int) -> String {
    let letters = Array("ABDEFGHJLNPQRSTUWXYZ")
    return "\(letters[index * 7 % letters.count])\(letters[(index * 3 + 5) % letters.count])"
  }
}
