// SPDX-License-Identifier: Apache-2.0

/// A member of the made-up team: seven practitioners on band 4, term time only, and one therapist on band 7.
public struct FictionalPractitioner: Sendable, Hashable {
  public let id: String
  public let name: String
  public let role: String
  public let band: Int
  public let skills: [String]
  public let base: String
  public let baseEasting: Int
  public let baseNorthing: Int
  /// Monday to Friday, `08:30-16:30`, empty on a day off.
  public let shifts: [String]
  public let weekMinutes: Int
  public let contactMinutes: Int
  public let isTermTimeOnly: Bool

  static func all() -> [FictionalPractitioner] {
    let full = ["08:30-16:30", "08:30-16:30", "08:30-16:30", "08:30-16:30", "08:30-16:00"]
    let early = ["08:00-16:00", "08:00-16:00", "08:00-16:00", "08:00-16:00", "08:00-15:30"]
    let fourDays = ["08:30-16:30", "08:30-16:30", "", "08:30-16:30", "08:30-16:30"]
    let threeDays = ["08:30-16:30", "08:30-16:30", "08:30-16:30", "", ""]
    let hall = (name: "Wrenmoor Town Hall", easting: 371_300, northing: 578_400)
    let centre = (name: "Dipperholt Family Centre", easting: 373_000, northing: 570_300)
    func practitioner(
      _ number: Int,
      _ name: String,
      _ skills: [String],
      _ shifts: [String],
      _ week: Int,
      _ base: (name: String, easting: Int, northing: Int)
    ) -> FictionalPractitioner {
      FictionalPractitioner(
        id: "p\(number)",
        name: name,
        role: "practitioner",
        band: 4,
        skills: ["group", "screen"] + skills,
        base: base.name,
        baseEasting: base.easting,
        baseNorthing: base.northing,
        shifts: shifts,
        weekMinutes: week,
        contactMinutes: 270,
        isTermTimeOnly: true
      )
    }
    return [
      practitioner(1, "Asha Kelstock", ["coach", "lang-ur"], full, 2_220, hall),
      practitioner(2, "Ben Thornley", ["coach"], full, 2_220, hall),
      practitioner(3, "Carys Melldale", [], fourDays, 1_800, hall),
      practitioner(4, "Dorota Langwick", ["lang-pl"], full, 2_220, hall),
      practitioner(5, "Ewan Radcombe", ["coach"], early, 2_220, centre),
      practitioner(6, "Farah Ormesby", ["lang-ar"], threeDays, 1_350, centre),
      practitioner(7, "Greta Stanmore", [], early, 2_220, centre),
      FictionalPractitioner(
        id: "t1",
        name: "Helen Quarridge",
        role: "therapist",
        band: 7,
        skills: ["coach", "group", "screen", "therapist"],
        base: hall.name,
        baseEasting: hall.easting,
        baseNorthing: hall.northing,
        shifts: full,
        weekMinutes: 2_220,
        contactMinutes: 240,
        isTermTimeOnly: false
      ),
    ]
  }
}
