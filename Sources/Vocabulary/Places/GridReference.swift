// SPDX-License-Identifier: Apache-2.0

import Glibc

/// A point on the British National Grid (EPSG:27700): metres east and north of the grid's false origin.
///
/// - SeeAlso: Ordnance Survey, "A guide to coordinate systems in Great Britain": annexe C for the projection,
///   section 6.6 for the datum shift.
public struct GridReference: Hashable, Sendable, Codable {
  /// 0 to 700,000.
  public let easting: Int
  /// 0 to 1,300,000.
  public let northing: Int

  /// Returns `nil` off the grid.
  public init?(easting: Int, northing: Int) {
    guard (0...700_000).contains(easting), (0...1_300_000).contains(northing) else { return nil }
    self.easting = easting
    self.northing = northing
  }

  /// The same point on WGS84. The seven-parameter shift is good to about 5 m over Great Britain; leaving it
  /// out would be wrong by about 110 m.
  public var coordinate: Coordinate? {
    let (latitude, longitude) = self.latitudeLongitudeOnAiry()
    let shifted = Ellipsoid.airy1830.cartesian(latitude: latitude, longitude: longitude).shiftedToWGS84
    let (north, east) = Ellipsoid.wgs84.angles(of: shifted)
    return Coordinate(latitude: north * 180 / .pi, longitude: east * 180 / .pi)
  }

  /// Straight-line distance on the grid, to the nearest metre.
  public func metres(to other: GridReference) -> Int {
    let (east, north) = (Double(self.easting - other.easting), Double(self.northing - other.northing))
    return Int((east * east + north * north).squareRoot().rounded())
  }

  /// The inverse Transverse Mercator projection, in radians on OSGB36.
  private func latitudeLongitudeOnAiry() -> (Double, Double) {
    let airy = Ellipsoid.airy1830
    let (a, e2) = (airy.a * Self.scale, airy.eccentricitySquared)
    let north = Double(self.northing) - Self.falseNorthing
    var latitude = Self.originLatitude + north / a
    // Each round shrinks the rest by a factor of about 1000; from 1,300 km two or three do.
    for _ in 0..<10 {
      let rest = north - airy.meridianArc(from: Self.originLatitude, to: latitude, scale: Self.scale)
      if abs(rest) < 0.00001 { break }
      latitude += rest / a
    }
    let (sine, cosine, tangent) = (sin(latitude), cos(latitude), tan(latitude))
    let nu = a / (1 - e2 * sine * sine).squareRoot()
    let rho = a * (1 - e2) / pow(1 - e2 * sine * sine, 1.5)
    let eta2 = nu / rho - 1
    let (t2, t4, t6) = (pow(tangent, 2), pow(tangent, 4), pow(tangent, 6))
    let east = Double(self.easting) - Self.falseEasting
    let vii = tangent / (2 * rho * nu)
    let viii = tangent / (24 * rho * pow(nu, 3)) * (5 + 3 * t2 + eta2 - 9 * t2 * eta2)
    let ix = tangent / (720 * rho * pow(nu, 5)) * (61 + 90 * t2 + 45 * t4)
    let x = 1 / (cosine * nu)
    let xi = 1 / (6 * cosine * pow(nu, 3)) * (nu / rho + 2 * t2)
    let xii = 1 / (120 * cosine * pow(nu, 5)) * (5 + 28 * t2 + 24 * t4)
    let xiia = 1 / (5040 * cosine * pow(nu, 7)) * (61 + 662 * t2 + 1320 * t4 + 720 * t6)
    return (
      latitude - vii * pow(east, 2) + viii * pow(east, 4) - ix * pow(east, 6),
      Self.originLongitude + x * east - xi * pow(east, 3) + xii * pow(east, 5) - xiia * pow(east, 7)
    )
  }

  private static let scale = 0.9996012717
  private static let originLatitude = 49 * Double.pi / 180
  private static let originLongitude = -2 * Double.pi / 180
  private static let falseEasting = 400_000.0
  private static let falseNorthing = -100_000.0
}
