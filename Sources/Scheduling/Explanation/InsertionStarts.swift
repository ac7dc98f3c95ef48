// SPDX-License-Identifier: Apache-2.0

extension InsertionSearch {
  /// All starts on the grid in the day's windows, ascending, without repeats.
  func starts(on day: Int) -> [Int] {
    let step = self.rota.problem.horizon.step
    var starts: Set<Int> = []
    for window in self.visit.windows where window.day == day {
      let first = (window.start + step - 1) / step * step
      starts.formUnion(stride(from: first, through: window.end - self.visit.minutes, by: step))
    }
    if let pinned = self.visit.pin?.start { starts.formIntersection([pinned]) }
    return starts.sorted()
  }

  enum StartsResult {
    case success([Int])
    case failure(Obstacle)
  }

  /// What the order of visits, then the rooms, leave of the day's starts.
  func startsInOrder(on day: Int, frame: DayCheck.Frame) -> StartsResult {
    let problem = self.rota.problem
    let all = self.starts(on: day)
    var (earliest, latest) = (Int.min, Int.max)
    var (first, last): (String, String) = ("", "")
    for rule in self.visit.after {
      guard let other = problem.visitIndex[rule.visit].flatMap({ self.rota.placement(of: $0) }) else {
        return .failure(Obstacle(.after, "\(rule.visit), which must come first, is left out"))
      }
      let bound = (other.day - day) * 1_440 + other.end + rule.gapMinutes
      if bound > earliest {
        (earliest, first) = (bound, "\(rule.visit), which must come first, is on \(self.words(other))")
      }
    }
    for other in self.rota.placements {
      for rule in problem.visits[other.visit].after where rule.visit == self.visit.id {
        let bound = (other.day - day) * 1_440 + other.start - rule.gapMinutes - self.visit.minutes
        let id = problem.visits[other.visit].id
        if bound < latest {
          (latest, last) = (bound, "\(id), which must come later, is on \(self.words(other))")
        }
      }
    }
    let ordered = all.filter { $0 >= earliest && $0 <= latest }
    guard !ordered.isEmpty else {
      let late = all.allSatisfy { $0 < earliest }
      return .failure(Obstacle(.after, late ? first : last))
    }
    let free = ordered.filter { self.hasRoom(at: $0, on: day) }
    guard !free.isEmpty else {
      let rooms = problem.places[self.place].rooms
      let taken = rooms == 1 ? "its one room" : "its \(rooms) rooms"
      let name = problem.placeName(self.place)
      return .failure(Obstacle(.rooms, "\(name) has \(taken) taken at every time that is left"))
    }
    return .success(free)
  }

  private func words(_ placement: PlacedRota.Placement) -> String {
    let hours = "\(RotaProblem.clock(placement.start)) to \(RotaProblem.clock(placement.end))"
    return "\(self.rota.problem.dayName(placement.day)), \(hours)"
  }

  private func hasRoom(at start: Int, on day: Int) -> Bool {
    let end = start + self.visit.minutes
    let mine = PlacedRota.Placement(visit: self.position, staff: [], day: day, start: start, end: end)
    let meanwhile = self.neighbours.filter { $0.day == day && $0.start < end && start < $0.end }.map {
      PlacedRota.Placement(
        visit: $0.visit,
        staff: [],
        day: day,
        start: max($0.start, start),
        end: min($0.end, end)
      )
    }
    return RoomsRule.overfull(meanwhile + [mine], rooms: self.rota.problem.places[self.place].rooms) == nil
  }
}
