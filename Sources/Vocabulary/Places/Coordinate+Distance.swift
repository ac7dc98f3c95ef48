// SPDX-License-Identifier: Apache-2.0

import Glibc

extension Coordinate {
  /// Great-circle distance on a sphere of 6,371,008.8 m, to the nearest metre; within 0.5 % of the distance
  /// on the ellipsoid.
  public func metres(to other: Coordinate) -> Int {
    let radians = Double.pi / 180
    let (here, there) = (self.latitude * radians, other.latitude * radians)
    let north = sin((there - here) / 2)
    let east = sin((other.longitude - self.longitude) * radians / 2)
    let chord = north * north + cos(here) * cos(there) * east * east
    return Int((2 * 6_371_008.8 * asin(min(1, chord.squareRoot()))).rounded())
  }
}
