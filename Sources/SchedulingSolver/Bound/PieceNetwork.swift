// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// One person's working day ("piece") as a network: which slots of which visits may stand on it, when they may start, and
/// how long the ways between them are.
///
/// Time runs in whole units of ``BoundModel/unit`` minutes from the opening of the shift (0) to its close (``width``). Nodes are
/// the slots that may stand here; places are those of the nodes and of the two ends, numbered anew.
final class PieceNetwork {
  struct Node {
    let visit: Int
    /// Number among all slots of all visits.
    let slot: Int
    let place: Int
    let units: Int
    /// Points that it costs here whatever else is placed.
    let points: Int
    /// What may not stand twice on a route has one bit: a visit, or a series whose visits lie on different days. -1 where
    /// all bits are taken: then it may be repeated, which only weakens a bound.
    let bit: Int
  }

  typealias Bits = SIMD8<UInt64>
  static let bits = 512
  /// Nodes that a route remembers while it is near them, if not told otherwise: with 48 the bound of large problems is all but that of
  /// routes without repeats.
  static let near = 48

  let shift: Int
  let person: Int
  let day: Int
  let width: Int
  let nodes: [Node]
  let from: Int
  let to: Int
  let places: Int
  /// Units of the way between places.
  let legs: [Int32]
  let longestLeg: Int
  /// Units of visits that the day may hold.
  let contactLimit: Int
  let isRestDue: Bool
  /// By leg and time: when a journey of that many units, begun at that time with the break before or after it, ends; `none`
  /// when the break fits neither way.
  let restedArrival: [Int32]
  /// By node and time: the first start at or after it; `none` when there is none.
  let next: [Int32]
  /// By node and time, where starts cost different points: the points of a start at that time.
  let startPoints: [Int32]
  /// By node and time: the first later start that costs fewer points; `none` when there is none.
  let cheaper: [Int32]
  let hasStartPoints: [Bool]
  /// By node: its own bit.
  let masks: [Bits]
  /// By node: the bits that a route remembers when it stands there.
  let nearBits: [Bits]

  /// Cells of a row of `ends`: more than `width`, by at least a block.
  let row: Int
  /// By node and time: when a visit begun at the first start at or after it ends. Where it can't, and beyond the day, a time
  /// beyond `width`, yet inside the row.
  let ends: [Int32]
  /// By time: when a break begun as soon as it may be is over; as in `ends` where it can't be taken. Empty when none is due.
  let rested: [Int32]

  static let none = Int32.max / 4
  /// Times that tables do at once.
  static let block = 4

  init(
    shift: Int, person: Int, day: Int, width: Int, nodes: [Node], from: Int, to: Int, places: Int, legs: [Int32],
    contactLimit: Int, isRestDue: Bool, restedArrival: [Int32], next: [Int32], startPoints: [Int32], cheaper: [Int32],
    hasStartPoints: [Bool], near: Int
  ) {
    self.shift = shift
    self.person = person
    self.day = day
    self.width = width
    self.nodes = nodes
    self.from = from
    self.to = to
    self.places = places
    self.legs = legs
    self.longestLeg = Int(legs.max() ?? 0)
    self.contactLimit = contactLimit
    self.isRestDue = isRestDue
    self.restedArrival = restedArrival
    self.next = next
    self.startPoints = startPoints
    self.cheaper = cheaper
    self.hasStartPoints = hasStartPoints
    let row = (width / Self.block + 2) * Self.block
    let never = Int32(row - Self.block)
    var ends = [Int32](repeating: never, count: nodes.count * row)
    for (index, node) in nodes.enumerated() {
      for time in 0...width {
        let start = next[index * (width + 1) + time]
        if start < Self.none && Int(start) + node.units <= width {
          ends[index * row + time] = start + Int32(node.units)
        }
      }
    }
    (self.row, self.ends) = (row, ends)
    self.rested =
      isRestDue ? (0..<row).map { $0 <= width && restedArrival[$0] <= Int32(width) ? restedArrival[$0] : never } : []
    self.masks = nodes.map { Self.mask($0.bit) }
    self.nearBits = Self.nearBits(nodes: nodes, legs: legs, places: places, count: near)
  }

  private static func mask(_ bit: Int) -> Bits {
    var mask = Bits()
    if bit >= 0 { mask[bit >> 6] = 1 << UInt64(bit & 63) }
    return mask
  }

  /// The nearest nodes of every node: coming back to one of them soon is what makes a route that repeats a visit cheap
  /// (ng-routes: R. Baldacci, A. Mingozzi, R. Roberti, Operations Research 59(5), 2011).
  private static func nearBits(nodes: [Node], legs: [Int32], places: Int, count: Int) -> [Bits] {
    let longest = 2 * Int(legs.max() ?? 0)
    return nodes.map { node in
      func way(_ other: Node) -> Int {
        Int(legs[node.place * places + other.place] + legs[other.place * places + node.place])
      }
      var lengths = [Int](repeating: 0, count: longest + 1)
      for other in nodes { lengths[way(other)] += 1 }
      var (near, seen) = (0, lengths[0])
      while seen < count && near < longest {
        near += 1
        seen += lengths[near]
      }
      // All that are as near as the last of them: more only strengthens the bound.
      return nodes.reduce(Self.mask(node.bit)) { way($1) <= near ? $0 | Self.mask($1.bit) : $0 }
    }
  }
}
