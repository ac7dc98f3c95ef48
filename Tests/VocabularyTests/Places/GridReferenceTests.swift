// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct GridReferenceTests {
  @Test(arguments: [
    (369245, 304528, 52.63762, -2.455901), (367159, 309102, 52.678615, -2.487182),
    (370445, 307451, 52.663963, -2.438432), (374711, 318793, 52.766138, -2.376234),
    (363636, 313598, 52.718804, -2.539787), (324850, 282415, 52.434523, -3.106821),
    (424796, 222597, 51.901369, -1.641017), (419165, 179882, 51.517538, -1.725192),
    (373055, 342111, 52.975666, -2.402714),
  ])
  func aPlaceLiesWithinFiveMetres(
    _ easting: Int,
    _ northing: Int,
    _ latitude: Double,
    _ longitude: Double
  ) throws {
    let place = try #require(GridReference(easting: easting, northing: northing)?.coordinate)
    #expect(place.metres(to: try #require(Coordinate(latitude: latitude, longitude: longitude))) <= 5)
  }

  @Test(
    .enabled(if: Shared.has("data/england/telford_settings.csv")),
    arguments: ["data/england/telford_settings.csv", "data/england/all_six_las_settings.csv"]
  )
  func everySettingLiesWithinFiveMetres(_ file: String) throws {
    var (count, furthest) = (0, 0)
    for row in try Shared.rows(file) {
      guard let easting = row["easting"].flatMap({ Int($0) }),
        let northing = row["northing"].flatMap({ Int($0) }),
        let latitude = row["lat"].flatMap({ Double($0) }), let longitude = row["lon"].flatMap({ Double($0) })
      else { continue }
      let place = try #require(GridReference(easting: easting, northing: northing)?.coordinate)
      let metres = place.metres(to: try #require(Coordinate(latitude: latitude, longitude: longitude)))
      furthest = max(furthest, metres)
      count += 1
    }
    #expect(count >= 60)
    #expect(furthest <= 5)
  }

  /// The worked example of the Ordnance Survey guide is Caister water tower, TG 51409 13177; its coordinates
  /// on WGS84 lie about 110 m from those on OSGB36 (52.657571, 1.717922).
  @Test func theDatumShiftIsNotLeftOut() throws {
    let tower = try #require(GridReference(easting: 651_409, northing: 313_177)?.coordinate)
    let unshifted = try #require(Coordinate(latitude: 52.657571, longitude: 1.717922))
    #expect((100...180).contains(tower.metres(to: unshifted)))
    #expect(tower.metres(to: try #require(Coordinate(latitude: 52.657977, longitude: 1.716038))) <= 10)
  }

  @Test func whatIsOffTheGridIsRefused() {
    #expect(GridReference(easting: -1, northing: 0) == nil)
    #expect(GridReference(easting: 0, northing: 1_300_001) == nil)
    #expect(GridReference(easting: 700_001, northing: 0) == nil)
  }

  @Test func distancesAreInMetres() throws {
    let here = try #require(GridReference(easting: 369_245, northing: 304_528))
    let there = try #require(GridReference(easting: 372_245, northing: 308_528))
    #expect(here.metres(to: there) == 5_000)
    let (a, b) = (try #require(here.coordinate), try #require(there.coordinate))
    #expect((4_975...5_025).contains(a.metres(to: b)))
    #expect(a.metres(to: a) == 0)
    #expect(a.metres(to: b) == b.metres(to: a))
  }

  @Test(arguments: [(91.0, 0.0), (-90.1, 0), (0, 180.5), (.nan, 0), (0, .infinity)])
  func aCoordinateOffTheEarthIsRefused(_ latitude: Double, _ longitude: Double) {
    #expect(Coordinate(latitude: latitude, longitude: longitude) == nil)
  }
}
