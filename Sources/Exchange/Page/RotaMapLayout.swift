// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// Where places stand on a drawing: north up, distances true to one scale, every place with a coordinate
/// inside the frame.
struct RotaMapLayout {
  struct Spot {
    /// Position in the content's places.
    let index: Int
    let x: Double
    let y: Double
  }

  static let width = 760.0
  private static let margin = 44.0

  let height: Double
  let spots: [Spot]
  let pointsPerKilometre: Double

  /// Returns `nil` when no place has a coordinate.
  init?(_ places: [RotaPageContent.Place]) {
    let known = places.enumerated().compactMap { index, place in place.coordinate.map { (index, $0) } }
    guard let west = known.map({ $0.1.longitude }).min(), let east = known.map({ $0.1.longitude }).max(),
      let south = known.map({ $0.1.latitude }).min(), let north = known.map({ $0.1.latitude }).max(),
      let corner = Coordinate(latitude: (south + north) / 2, longitude: west),
      let far = Coordinate(latitude: (south + north) / 2, longitude: east),
      let top = Coordinate(latitude: north, longitude: west),
      let bottom = Coordinate(latitude: south, longitude: west)
    else { return nil }
    let acrossMetres = max(500, Double(corner.metres(to: far)))
    let upMetres = max(500, Double(bottom.metres(to: top)))
    let inner = Self.width - 2 * Self.margin
    let scale = min(inner / acrossMetres, 0.92 * inner / upMetres)
    self.height = upMetres * scale + 2 * Self.margin
    self.pointsPerKilometre = scale * 1_000
    let indent = (Self.width - acrossMetres * scale) / 2
    let (wide, high) = (max(east - west, 1e-9), max(north - south, 1e-9))
    self.spots = known.map { index, coordinate in
      Spot(
        index: index,
        x: indent + (coordinate.longitude - west) / wide * acrossMetres * scale,
        y: Self.margin + (north - coordinate.latitude) / high * upMetres * scale
      )
    }
  }

  /// A length in whole kilometres for the scale bar: about a fifth of the width.
  var scaleKilometres: Int {
    [50, 20, 10, 5, 2, 1].first { Double($0) * self.pointsPerKilometre <= Self.width / 4 } ?? 1
  }

  /// The centre of a label of the given size for each spot, near it and clear of the other spots and
  /// labels; `nil` where there is no room.
  func labels(width: Double, height: Double) -> [(x: Double, y: Double)?] {
    var taken = self.spots.map { (x: $0.x, y: $0.y, w: 9.0, h: 9.0) }
    let directions: [(Double, Double)] = [
      (1, 0), (-1, 0), (0, -1), (0, 1), (0.8, -0.7), (-0.8, -0.7), (0.8, 0.7), (-0.8, 0.7),
    ]
    return self.spots.map { spot in
      var best: (x: Double, y: Double)?
      search: for reach in [13.0, 19, 26, 34, 43] {
        for (dx, dy) in directions {
          let (x, y) = (spot.x + dx * reach, spot.y + dy * reach * 0.9)
          let isFree = taken.allSatisfy {
            abs($0.x - x) >= ($0.w + width) / 2 || abs($0.y - y) >= ($0.h + height) / 2
          }
          if isFree, x > width / 2, x < Self.width - width / 2, y > height / 2, y < self.height - height / 2 {
            best = (x, y)
            break search
          }
        }
      }
      if let best { taken.append((best.x, best.y, width, height)) }
      return best
    }
  }
}
