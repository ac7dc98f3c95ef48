// SPDX-License-Identifier: Apache-2.0

import Scheduling
public import Storage
public import Vocabulary

/// Keeps one of the alternatives that were shown as a draft, writes down who accepted it, and writes what happened
/// where the next plan will find it: absences with the staff, closures in the calendar, cancelled and added visits
/// with what is asked for.
public enum AcceptRepair: RecordOperation {
  public struct Input: Sendable {
    public let week: SchoolWeek
    /// As it was shown, from 1.
    public let number: Int
    /// `nil`: the latest that the same person asked for.
    public let repair: RepairID?

    public init(week: SchoolWeek, number: Int, repair: RepairID? = nil) {
      self.week = week
      self.number = number
      self.repair = repair
    }
  }

  public struct Output: Sendable {
    public let rota: KeptRota
    /// What the records have no place for, in words; it holds for this rota alone.
    public let notKept: [String]
  }

  public static let name = "rota.repair-accept"
  public static let roles = Set<Role>.managing

  public static func perform(_ input: Input, on records: Records, in practice: Practice) throws -> Output {
    let (id, person) = (RotaID(practice.newID()), records.principal)
    let chosen = try Self.proposal(input, records, person)
    let (problem, answer) = try practice.rotaFormat.read(chosen.problem, chosen.answer)
    let verdict = RotaReferee.check(answer, of: problem)
    guard verdict.isFeasible else {
      throw Fault(
        .rotaUnsound, "the kept alternative breaks '\(verdict.breaches[0].code.rawValue)'",
        at: "repair \(chosen.repair)", maybe: "repair the rota again")
    }
    let disruptions = try chosen.disruptions.map { try Disruption($0, in: problem) }
    let notKept = try disruptions.compactMap { try records.write($0, of: problem, in: input.week, chosen) }
    let asked = Set(try records.visits(in: input.week).map(\.id))
    if let gone = answer.assignments.first(where: { !asked.contains($0.visit) }) {
      throw Fault(
        .storeChangedMeanwhile, "a visit of the alternative is no longer asked for", at: "visit \(gone.visit)",
        maybe: "repair the rota again")
    }
    var kept = try RotaDraft(
      id: id, week: input.week, problem: problem, answer: answer, text: (chosen.problem, chosen.answer),
      cost: verdict.cost.total, seed: chosen.seed, travelStatement: chosen.travelStatement
    ).keep(in: records)
    let acceptance = RepairAcceptanceRecord(
      rota: id, held: chosen.held, repair: chosen.repair, number: chosen.number, disruptions: chosen.disruptions,
      by: person.name, at: records.now)
    try records.add(acceptance)
    kept.acceptance = acceptance
    return Output(rota: kept, notKept: notKept)
  }

  private static func proposal(
    _ input: Input, _ records: Records, _ person: Principal
  ) throws -> RepairProposalRecord {
    let again = "run 'elsec rota repair --week \(input.week)' again and look at what it offers"
    guard let held = try records.publishedRota(for: input.week) else {
      throw Fault(.notFound, "no rota is published for \(input.week)", maybe: "publish one first")
    }
    let offered = try records.repairProposals(
      for: held.id, by: input.repair == nil ? person.name : nil, repair: input.repair)
    guard let latest = offered.first?.repair else {
      throw Fault(.notFound, "nothing was offered for the rota that people hold now", at: "\(input.week)", maybe: again)
    }
    let latestOnes = offered.filter { $0.repair == latest }
    guard let chosen = latestOnes.first(where: { $0.number == input.number }) else {
      throw Fault(
        .notFound, "there is no alternative \(input.number)", at: "repair \(latest)",
        maybe: "it has \(latestOnes.count == 1 ? "1" : "1 to \(latestOnes.count)"); or \(again)")
    }
    return chosen
  }
}

extension Records {
  /// Writes what happened where later plans read it.
  ///
  /// - Returns: what there is no place for, in words; `nil` when all of it is kept.
  fileprivate func write(
    _ disruption: Disruption, of problem: RotaProblem, in week: SchoolWeek, _ chosen: RepairProposalRecord
  ) throws -> String? {
    let why = "repair \(chosen.repair)"
    switch disruption {
    case .absence(let staff, let day, let hours):
      let date = problem.horizon.start.adding(days: day)
      let times = hours.map { "\(RotaProblem.clock($0.lowerBound))-\(RotaProblem.clock($0.upperBound))" } ?? ""
      let id = AbsenceID("\(staff)@\(date)\(times.isEmpty ? "" : " \(times)")")
      if let known = try self.absence(id), known.to >= date { return nil }
      try self.put(StaffAbsenceRecord(id: id, staff: staff, from: date, to: date, hours: times, reason: "absence"))
    case .closure(let place, let day, let hours):
      let (date, setting) = (problem.horizon.start.adding(days: day), SettingID(place.rawValue))
      guard hours == nil, try self.setting(setting) != nil else {
        return "the calendar keeps whole days of settings only: \(disruption.text(in: problem.horizon))"
      }
      let id = "\(CalendarKind.closure.rawValue) \(date) \(setting)"
      if try self.calendar(from: date, to: date, at: setting).contains(where: { $0.id == id }) { return nil }
      try self.put(
        CalendarEntryRecord(
          id: id, kind: .closure, from: date, to: date, title: "closed", setting: setting, source: why))
    case .cancellation(let visit): try self.cancel(visit, reason: why)
    case .addition(let visit): try self.put(DemandVisitRecord(added: visit, in: week, reason: why), for: [])
    }
    return nil
  }
}
