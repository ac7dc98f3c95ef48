// SPDX-License-Identifier: Apache-2.0

import AuditRoots
import Handlers
import MadeUpService
import SchedulingSolver
import Service
import Storage
import StrictJSON
import Testing
import Vocabulary
import Wire

/// A team's autumn by the methods alone: every answer is of the shape that its method promises.
@Suite struct ReplyTests {
  /// Calls a method, and holds its answer against what is said of it.
  private final class Caller {
    let service: MadeUpService
    var called: Set<String> = []

    init(_ service: MadeUpService) { self.service = service }

    @discardableResult
    func call(_ name: String, _ params: String = "{}", as role: Role = .admin) async throws -> JSONValue {
      self.called.insert(name)
      let answer = try await self.service.call(name, params, as: role)
      let method = try MethodTable.description(name)
      #expect(throws: Never.self, "\(name)") { try method.result.check(answer, at: "result") }
      #expect(try JSONValue(reading: answer.bytes) == answer, "\(name)")
      if case .object(let fields) = method.result {
        let names = (answer.object?.members ?? []).map(\.key)
        #expect(Set(names).isSubset(of: Set(fields.map(\.name))), "\(name) answers what it does not tell of")
      }
      return answer
    }
  }

  @Test func everyAnswerIsOfTheShapeThatItsMethodPromises() async throws {
    let service = try await MadeUpService()
    let caller = Caller(service)
    try await Self.screens(caller)
    try await Self.runsTheWeek(caller)
    try await Self.plans(caller)
    try await Self.exchanges(caller)
    #expect(caller.called == Set(MethodTable.own.map(\.name)))
  }

  private static func screens(_ caller: Caller) async throws {
    #expect(try await caller.call("screener.list")["screeners"]?.list?.isEmpty == false)
    try await caller.call("screener.get", #"{"screener":"\#(MadeUpService.screener)"}"#)
    let added = try await caller.call(
      "child.put",
      """
      {"id":"new","setting":"990001","givenName":"G","familyName":"F","birthDate":"2022-09-15","sex":"F",\
      "homeLanguages":["ENG","POL"],"eal":true,"fsm":false,"sen":"N","deprivationDecile":3,"weeksGestation":39,\
      "englishExposure":60,"monthsInEnglish":20,"nhsNumber":null}
      """, as: .manager)
    #expect(added["change"]?.text == "added")
    let many = (2...6).map { Ask.screening("c\($0)") }.joined(separator: ",")
    let first = try await caller.call("screening.record", Ask.screening("c1"), as: .practitioner)
    #expect(first["isNew"]?.bool == true && first["screening"]?["band"]?.text == "amber")
    try await caller.call("screening.recordMany", #"{"records":[\#(many)]}"#, as: .practitioner)
    try await caller.call("screening.record", Ask.screening("c7", "null", #","notScreened":"absent""#))
    let id = first["screening"]?["id"]?.text ?? ""
    let amended = try await caller.call(
      "screening.amend", #"{"screening":"\#(id)","answers":{"E6":"ALW"},"reason":"misread"}"#)
    let next = amended["screening"]?["id"]?.text ?? ""
    #expect(amended["screening"]?["supersedes"]?.text == id)
    let page = try await caller.call("screening.list", #"{"limit":3}"#)
    #expect(page["screenings"]?.list?.count == 3)
    let rest = try await caller.call("screening.list", #"{"after":"\#(page["after"]?.text ?? "")"}"#)
    #expect(rest["screenings"]?.list?.count == 4)
    let end = try await caller.call("screening.list", #"{"after":"\#(rest["after"]?.text ?? "")"}"#)
    #expect(end["screenings"]?.list == [] && end["after"] == nil)
    let decisions = ((page["screenings"]?.list ?? []) + (rest["screenings"]?.list ?? [])).compactMap { line in
      line["proposedTier"]?.text.map { #"{"screening":"\#(line["id"]?.text ?? "")","tier":"\#($0)"}"# }
    }
    #expect(decisions.count == 6)
    try await caller.call(
      "screening.confirm", #"{"decisions":[\#(decisions.joined(separator: ","))]}"#, as: .therapist)
    let shown = try await caller.call("screening.get", #"{"screening":"\#(next)"}"#)
    #expect(shown["isReproduced"]?.bool == true && shown["screening"]?["confirmed"] != nil)
    #expect(try await caller.call("screening.get", #"{"screening":"\#(id)"}"#)["supersededBy"]?.text == next)
    #expect(try await caller.call("child.get", #"{"child":"c1"}"#)["screenings"]?.list?.count == 2)
    #expect(try await caller.call("child.find", #"{"setting":"EY990002"}"#)["children"]?.list?.count == 1)
  }

  private static func runsTheWeek(_ caller: Caller) async throws {
    let (service, week) = (caller.service, #"{"week":"\#(MadeUpService.week)"}"#)
    var visits: [String] = []
    for minutes in [60, 45, 30] {
      let added = try await caller.call(
        "demand.add",
        """
        {"week":"\(MadeUpService.week)","setting":"990001","kind":"coach","minutes":\(minutes),"slots":["group"],\
        "reason":"asked for"}
        """, as: .manager)
      visits.append(added["visit"]?["id"]?.text ?? "")
    }
    #expect(try await caller.call("demand.list", week)["visits"]?.list?.count == 3)
    let job = try await caller.call("rota.plan", week, as: .manager)["job"]?.text ?? ""
    for method in ["job.get", "job.watch", "job.cancel"] {
      #expect(try await caller.call(method, #"{"job":"\#(job)"}"#)["job"]?.text == job)
    }
    let monday = try #require(SchoolWeek(MadeUpService.week))
    _ = try await PlanRota.run(
      .init(week: monday, options: SolverOptions(iterations: 200, seed: 1)), in: service.practice,
      as: service.person(.manager))
    #expect(try await caller.call("rota.get", week)["placed"]?.whole == 3)
    for changes in 0...1 {
      let reasons = try await caller.call(
        "rota.explain", #"{"week":"\#(MadeUpService.week)","visit":"\#(visits[0])","changes":\#(changes)}"#)
      #expect(reasons["sentences"]?.list?.isEmpty == false)
    }
    #expect(try await caller.call("rota.publish", week)["status"]?.text == "published")
    let offered = try await caller.call(
      "rota.repair", #"{"week":"\#(MadeUpService.week)","cancel":["\#(visits[2])"]}"#)
    #expect(offered["alternatives"]?.list?.isEmpty == false)
    let kept = try await caller.call("rota.repair", #"{"week":"\#(MadeUpService.week)","accept":{"number":1}}"#)
    #expect(kept["rota"]?["placed"]?.whole == 2)
    try await caller.call("rota.publish", week)
    let done = try await caller.call(
      "visit.done", #"{"visits":[{"visit":"\#(visits[0])","outcome":"done"}]}"#, as: .practitioner)
    #expect(done["recorded"]?.whole == 1)
  }

  private static func exchanges(_ caller: Caller) async throws {
    let record = { (number: Int, child: String) in
      """
      {"id":"\(Ask.uuid(number))","kind":"screening","madeAt":"2026-11-27T09:00:00.000000Z",\
      "body":\(Ask.screening(child, #"{"U3":"I"}"#))}
      """
    }
    let records = [record(1, "c8"), record(2, "c1"), "{}"].joined(separator: ",")
    let pushed = try await caller.call("sync.push", #"{"device":"d","records":[\#(records)]}"#, as: .practitioner)
    #expect(pushed["answers"]?.list?.map { $0["status"]?.text } == ["stored", "conflict", "rejected"])
    let pulled = try await caller.call("sync.pull", #"{"settings":["990001"],"limit":2}"#)
    #expect(pulled["children"]?.list?.count == 2 && pulled["more"]?.bool == true)
    #expect(try await caller.call("sync.held")["records"]?.list?.count == 1)
    try await caller.call("sync.decide", #"{"record":"\#(Ask.uuid(2))","choice":"drop","reason":"a try"}"#)
  }

  private static func plans(_ caller: Caller) async throws {
    let made = try await caller.call("plan.put", #"{"title":"T","from":"2026-09-01","to":"2027-08-31"}"#, as: .planLead)
    let plan = made["plan"]?["plan"]?.text ?? ""
    #expect(try await caller.call("plan.put", #"{"plan":"\#(plan)","section":1,"text":"Ours."}"#)["change"] != nil)
    #expect(try await caller.call("plan.list")["plans"]?.list?.count == 1)
    #expect(try await caller.call("plan.pull", #"{"plan":"\#(plan)"}"#)["isKept"]?.bool == true)
    try await caller.call("plan.get", #"{"plan":"\#(plan)"}"#)
    #expect(try await caller.call("plan.check", #"{"plan":"\#(plan)"}"#)["findings"]?.list?.isEmpty == false)
    try await caller.call("cohort.summary", #"{"year":"2026/27"}"#, as: .planLead)
    try await caller.call("cohort.release", #"{"audience":"governors"}"#, as: .planLead)
    let releases = try await caller.call("cohort.releases", as: .auditor)["releases"]?.list ?? []
    #expect(releases.contains { $0["audience"]?.text == "governors" })
    #expect(try await caller.call("audit.verify")["firstBreak"] == nil)
    let service = caller.service
    _ = try await MakeAuditRoot.run(
      AuditSigner(name: "k", keyID: "00000000", sign: { _ in Array(repeating: 7, count: 64) }), in: service.practice,
      as: service.person(.auditor))
    try await caller.call("audit.root")
    #expect(try await caller.call("audit.root", #"{"size":2}"#)["consistency"]?.list?.isEmpty == false)
  }
}
