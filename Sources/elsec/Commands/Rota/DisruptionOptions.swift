// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Scheduling
import Vocabulary

/// What has happened to a week.
struct DisruptionOptions: ParsableArguments {
  @Option(
    name: .customLong("absent"),
    help: "Who is away, and when: p3@2026-12-01 or p3@2026-12-01T13:00-16:30; repeat for more.")
  var absences: [String] = []
  @Option(
    name: .customLong("closed"), help: "Which setting is closed, and when: 123456@2026-12-01; repeat for more.")
  var closures: [String] = []
  @Option(name: .customLong("cancel"), help: "A visit that is not wanted any more; repeat for more.")
  var cancelled: [String] = []
  @Option(
    name: .customLong("add"),
    help: "A file with a visit that is wanted, in the shape of the rota exchange format; repeat for more.")
  var added: [String] = []
  @Option(help: "From when on the week may change: 2026-12-01 or 2026-12-01T12:00; earlier visits stay.")
  var from: String?

  var isEmpty: Bool {
    self.absences.isEmpty && self.closures.isEmpty && self.cancelled.isEmpty && self.added.isEmpty
      && self.from == nil
  }

  func disruptions(in horizon: RotaProblem.Horizon) throws -> [Disruption] {
    let absences = try self.absences.map { text in
      let away = try Self.away(text, at: "--absent")
      return Disruption.absence(StaffID(away.name), day: try away.day.index(in: horizon), hours: away.hours)
    }
    let closures = try self.closures.map { text in
      let away = try Self.away(text, at: "--closed")
      return Disruption.closure(PlaceID(away.name), day: try away.day.index(in: horizon), hours: away.hours)
    }
    let added = try self.added.map { Disruption.addition(try Disk.read($0, by: RotaVisitFile.decode)) }
    return absences + closures + self.cancelled.map { .cancellation(VisitID($0)) } + added
  }

  func start(in horizon: RotaProblem.Horizon) throws -> RotaProblem.Moment? {
    guard let text = self.from else { return nil }
    let parts = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
    let time = parts.count == 2 ? TimeOfDay(parts[1]) : TimeOfDay(minute: 0)
    guard let day = parts.first.flatMap({ RotaDay($0) }), let time else {
      throw ValidationError("--from takes a day, or a day and a time such as 2026-12-01T12:00")
    }
    return RotaProblem.Moment(day: try day.index(in: horizon), minute: time.minute)
  }

  private static func away(_ text: String, at option: String) throws -> TimeAway {
    do {
      return try TimeAway(validating: text)
    } catch var fault as Fault {
      fault.place = option
      throw fault
    }
  }
}
