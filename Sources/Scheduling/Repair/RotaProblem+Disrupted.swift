// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension RotaProblem {
  /// The problem as it stands after `disruptions`, in their order.
  ///
  /// An absence takes the day's shift away, or leaves the longer part of it that the hours away leave (of two
  /// equal parts the earlier). A closure takes the hours out of the windows of every visit there; a shift may
  /// still begin or end there. A cancelled visit stays with no time at which it could take place and a weight
  /// of 0, so that it is told as left out and whatever must follow it is too.
  ///
  /// - Throws: ``Vocabulary/Fault`` `rota.disruption-unknown` for a person, place or visit that the problem
  ///   does not have or a day outside it; `rota.problem-invalid` for an added visit that does not fit.
  public func disrupted(by disruptions: [Disruption]) throws -> RotaProblem {
    var (staff, visits) = (self.staff, self.visits)
    for case .addition(let visit) in disruptions { visits.append(visit) }
    for disruption in disruptions {
      switch disruption {
      case .absence(let id, let day, let hours):
        guard let position = self.staffIndex[id] else { throw Self.unknown("person", id.rawValue, self.staff) }
        try self.require(day)
        staff[position] = staff[position].away(on: day, hours)
      case .closure(let id, let day, let hours):
        guard self.placeIndex[id] != nil else {
          throw Fault(
            .rotaDisruptionUnknown, "there is no place '\(id)' on the rota", maybe: "check the setting's id")
        }
        try self.require(day)
        visits = visits.map { $0.place == id ? $0.replacing(windows: $0.windows.closing(on: day, hours)) : $0 }
      case .cancellation(let id):
        guard let position = self.visitIndex[id] else {
          throw Fault(
            .rotaDisruptionUnknown, "there is no visit '\(id)' on the rota", maybe: "see 'elsec rota show'")
        }
        visits[position] = visits[position].replacing(windows: [], weight: 0)
      case .addition: continue
      }
    }
    return try self.replacing(staff: staff, visits: visits)
  }

  private func require(_ day: Int) throws {
    guard !(0..<self.horizon.days).contains(day) else { return }
    throw Fault(
      .rotaDisruptionUnknown, "the rota has no day \(day)",
      maybe: "its days are 0 to \(self.horizon.days - 1)")
  }

  private static func unknown(_ noun: String, _ id: String, _ staff: [Staff]) -> Fault {
    Fault(
      .rotaDisruptionUnknown, "there is no \(noun) '\(id)' on the rota",
      maybe: "use one of: \(staff.map(\.id.rawValue).joined(separator: ", "))")
  }
}

extension RotaProblem.Staff {
  fileprivate func away(on day: Int, _ hours: Range<Int>?) -> Self {
    self.replacing(
      shifts: self.shifts.compactMap { shift in
        guard shift.day == day else { return shift }
        guard let hours else { return nil }
        let left = (shift.start..<shift.end).longerPart(without: hours)
        guard !left.isEmpty else { return nil }
        return RotaProblem.Shift(
          day: day, start: left.lowerBound, end: left.upperBound, from: shift.from, to: shift.to)
      })
  }
}

extension [RotaProblem.Window] {
  fileprivate func closing(on day: Int, _ hours: Range<Int>?) -> Self {
    self.flatMap { window -> Self in
      guard window.day == day else { return [window] }
      guard let hours else { return [] }
      return (window.start..<window.end).parts(without: hours).map {
        RotaProblem.Window(day: day, start: $0.lowerBound, end: $0.upperBound)
      }
    }
  }
}

extension Range<Int> {
  /// What is left before and after `hours`, as far as there is any.
  fileprivate func parts(without hours: Range<Int>) -> [Range<Int>] {
    let (before, after) = self.ends(without: hours)
    guard self.overlaps(hours) else { return [self] }
    return [before, after].filter { !$0.isEmpty }
  }

  fileprivate func longerPart(without hours: Range<Int>) -> Range<Int> {
    guard self.overlaps(hours) else { return self }
    let (before, after) = self.ends(without: hours)
    return before.count >= after.count ? before : after
  }

  private func ends(without hours: Range<Int>) -> (Range<Int>, Range<Int>) {
    (
      self.lowerBound..<Swift.max(self.lowerBound, Swift.min(self.upperBound, hours.lowerBound)),
      Swift.min(self.upperBound, Swift.max(self.lowerBound, hours.upperBound))..<self.upperBound
    )
  }
}

extension Fault.Code {
  public static let rotaDisruptionUnknown = Fault.Code("rota.disruption-unknown", .badInput)
}
