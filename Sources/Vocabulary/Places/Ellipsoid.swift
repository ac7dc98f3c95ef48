// SPDX-License-Identifier: Apache-2.0

import Glibc

/// The figure of the earth that angles are measured on. Lengths in metres, angles in radians.
struct Ellipsoid {
  /// Semi-major axis.
  let a: Double
  /// Semi-minor axis.
  let b: Double

  /// Airy 1830, of the datum OSGB36.
  static let airy1830 = Ellipsoid(a: 6_377_563.396, b: 6_356_256.909)
  static let wgs84 = Ellipsoid(a: 6_378_137, b: 6_356_752.314_245)

  var eccentricitySquared: Double { 1 - (self.b * self.b) / (self.a * self.a) }

  /// Length of the meridian between two latitudes, times `scale`.
  func meridianArc(from origin: Double, to latitude: Double, scale: Double) -> Double {
    let n = (self.a - self.b) / (self.a + self.b)
    let (n2, n3) = (n * n, n * n * n)
    let (difference, sum) = (latitude - origin, latitude + origin)
    let first = (1 + n + 1.25 * n2 + 1.25 * n3) * difference
    let second = (3 * n + 3 * n2 + 2.625 * n3) * sin(difference) * cos(sum)
    let third = 1.875 * (n2 + n3) * sin(2 * difference) * cos(2 * sum)
    let fourth = 35.0 / 24 * n3 * sin(3 * difference) * cos(3 * sum)
    return self.b * scale * (first - second + third - fourth)
  }

  /// A point on the surface.
  func cartesian(latitude: Double, longitude: Double) -> Cartesian {
    let (sine, cosine) = (sin(latitude), cos(latitude))
    let nu = self.a / (1 - self.eccentricitySquared * sine * sine).squareRoot()
    return Cartesian(
      x: nu * cosine * cos(longitude),
      y: nu * cosine * sin(longitude),
      z: (1 - self.eccentricitySquared) * nu * sine
    )
  }

  /// Latitude and longitude of a point near the surface; its height is dropped.
  func angles(of point: Cartesian) -> (latitude: Double, longitude: Double) {
    let e2 = self.eccentricitySquared
    let distance = (point.x * point.x + point.y * point.y).squareRoot()
    var latitude = atan2(point.z, distance * (1 - e2))
    for _ in 0..<10 {
      let sine = sin(latitude)
      let nu = self.a / (1 - e2 * sine * sine).squareRoot()
      let next = atan2(point.z + e2 * nu * sine, distance)
      if abs(next - latitude) < 1e-12 { break }
      latitude = next
    }
    return (latitude, atan2(point.y, point.x))
  }
}

/// A point in metres from the centre of the earth.
struct Cartesian {
  let x: Double
  let y: Double
  let z: Double

  /// From OSGB36 to WGS84: the seven parameters that Ordnance Survey publishes for the way there, with the
  /// signs turned round.
  var shiftedToWGS84: Cartesian {
    let (tx, ty, tz) = (446.448, -125.157, 542.060)
    let scale = 1 - 20.4894e-6
    let seconds = Double.pi / 180 / 3600
    let (rx, ry, rz) = (0.1502 * seconds, 0.2470 * seconds, 0.8421 * seconds)
    return Cartesian(
      x: tx + scale * self.x - rz * self.y + ry * self.z,
      y: ty + rz * self.x + scale * self.y - rx * self.z,
      z: tz - ry * self.x + rx * self.y + scale * self.z
    )
  }
}
