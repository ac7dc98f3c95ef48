// SPDX-License-Identifier: Apache-2.0

/// A point on the ground in degrees on WGS84 (EPSG:4326), the datum of GPS and web maps.
public struct Coordinate: Hashable, Sendable, Codable {
  /// -90 to 90, north positive.
  public let latitude: Double
  /// -180 to 180, east positive.
  public let longitude: Double

  /// Returns `nil` outside the ranges, and for NaN.
  public init?(latitude: Double, longitude: Double) {
    guard (-90...90).contains(latitude), (-180...180).contains(longitude) else { return nil }
    self.latitude = latitude
    self.longitude = longitude
  }
}
