// SPDX-License-Identifier: Apache-2.0

import Scheduling

/// A rota problem as flat tables: visits, people, shifts and places are positions.
///
/// `shift` is one person's working day. Where a table is indexed by visit and day it is laid out visit by
/// visit. "Slot" numbers run over all slots of all visits.
struct DenseProblem {
  let visits: Int
  let people: Int
  let shifts: Int
  let places: Int
  let days: Int
  let step: Int
  /// Stops that one working day may hold.
  let stopLimit: Int
  /// Time-dependent wishes exist, so a day's schedule may have to trade time for cost.
  let hasTimeWishes: Bool
  /// How many visits are tied.
  let ties: Int

  let weights: RotaProblem.Weights
  let travel: Ints
  /// `travel` with rows and columns changed over, so that all ways to one place stand side by side.
  let arrival: Ints

  let place: Ints
  let minutes: Ints
  let weight: Ints
  /// First slot of each visit, and one past the last.
  let slot: Ints
  /// The visits of several people.
  let joint: Ints
  let series: Ints
  /// 1 when nothing but its own windows and its own route decides when the visit may start.
  let plain: Ints
  let ordered: Ints
  let timeWish: Ints
  /// Possible starts by visit and day: ranges of grid minutes, ascending and disjoint.
  let startRange: Ints
  let startLow: Ints
  let startHigh: Ints
  /// Starts at which the visit lies in a preferred window, by visit and day.
  let likedRange: Ints
  let likedLow: Ints
  let likedHigh: Ints
  let hasLiked: Ints
  /// Published entries of each visit.
  let heldRange: Ints
  let heldDay: Ints
  let heldStart: Ints
  /// The people of each published entry; -1 for someone who is no longer there.
  let heldPeople: Ints
  let heldPerson: Ints
  /// 1 for a visit that no rota can hold.
  let impossible: Ints

  /// Working days that may take each slot, and what taking it there costs whatever else is placed.
  let candidateRange: Ints
  let candidate: Ints
  let candidateCost: Ints
  /// By slot and shift, slot by slot: the position in `candidate`, or -1.
  let candidateAt: Ints

  let before: Ints
  let beforeVisit: Ints
  let beforeGap: Ints
  let behind: Ints
  let behindVisit: Ints
  let behindGap: Ints

  let seriesRange: Ints
  let seriesMember: Ints
  let seriesGap: Ints
  /// 0 any, 1 prefer, 2 require.
  let seriesMode: Ints

  let rooms: Ints
  /// 1 where more visits are asked for than there are rooms.
  let crowded: Ints
  let placeRange: Ints
  let placeVisit: Ints

  let person: Ints
  let day: Ints
  let opens: Ints
  let closes: Ints
  let from: Ints
  let to: Ints
  let contactLimit: Ints
  let restDue: Ints
  let restMinutes: Ints
  let restEarliest: Ints
  let restLatest: Ints

  let weekLimit: Ints
  /// Minutes of all shifts of a person.
  let shiftMinutes: Ints
  /// The group whose loads are compared with a person's; -1 = none.
  let role: Ints
  let roleRange: Ints
  let roleMember: Ints
  let roles: Int

  /// Visits near each visit, nearest first.
  let nearRange: Ints
  let near: Ints

  /// No limit; larger than any sum of minutes here, and small enough to be added to.
  static let never = Int(Int32.max / 2)

  @inline(__always) func slots(of visit: Int) -> Int { self.slot[visit + 1] &- self.slot[visit] }
  @inline(__always) func isJoint(_ visit: Int) -> Bool { self.slots(of: visit) > 1 }
  /// Whether what happens on another route may decide when the visit starts, rooms apart: it is joint, or has
  /// an `after` rule on either side.
  @inline(__always) func isTied(_ visit: Int) -> Bool { self.ordered[visit] == 1 || self.isJoint(visit) }
  var hasTies: Bool { self.ties > 0 }
  @inline(__always) func minutes(_ from: Int, _ to: Int) -> Int { self.travel[from &* self.places &+ to] }

  /// By shift, a row in `Plan.site` and `Plan.leg`: where the shift begins, its stops, where it ends.
  @inline(__always) var rowLength: Int { self.stopLimit &+ 2 }

  /// The first grid minute at or after `time`, which is not negative.
  @inline(__always) func onGrid(_ time: Int) -> Int {
    if self.step == 1 { return time }
    let units = UInt32(truncatingIfNeeded: time &+ self.step &- 1) / UInt32(truncatingIfNeeded: self.step)
    return Int(units) &* self.step
  }
}
