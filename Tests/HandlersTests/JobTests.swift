// SPDX-License-Identifier: Apache-2.0

import Handlers
import Scheduling
import SchedulingSolver
import Storage
import Testing
import Vocabulary

/// Rotas that are asked for now and made later, by workers that may die.
@Suite struct JobTests {
  /// More than three people can do, so that a search goes on for as long as it may.
  private func crowded() async throws -> Service {
    let service = try await Service.ofWrenmoor()
    for number in 0..<70 {
      try await service.run(
        AddDemand.self,
        service.ask(minutes: 35 + 5 * (number % 9), weight: 100 + 13 * number % 97))
    }
    return service
  }

  private func submit(_ service: Service, _ request: RotaJobRequest) async throws -> JobID {
    try await service.run(SubmitRotaJob.self, request).id
  }

  private func worker(_ service: Service, _ name: String = "w1") -> Worker {
    Worker(name: name, lease: .seconds(60), practice: service.practice)
  }

  private func drafts(_ service: Service) async throws -> [RotaRecord] {
    try await service.practice.store.read(as: service.person(.manager)) { try $0.rotas(in: Wrenmoor.week) }
  }

  /// Waits for at most 20 s.
  private func wait(
    for id: JobID, in service: Service, until isSo: @Sendable (RotaJob) -> Bool
  ) async throws -> RotaJob {
    for _ in 0..<200 {
      let job = try await service.run(GetJob.self, id)
      if isSo(job) { return job }
      try await Task.sleep(for: .milliseconds(100))
    }
    throw Fault(.notFound, "the job never came to that")
  }

  @Test func whatIsAskedForIsMadeByAWorkerAndKeptAsADraft() async throws {
    let service = try await Service.ofConfirmedWrenmoor()
    try await service.derive()
    let id = try await self.submit(service, .init(week: Wrenmoor.week, seed: 3, iterations: 200))
    let queued = try await service.run(GetJob.self, id)
    #expect(queued.state == .queued && queued.askedBy == "a manager" && queued.request.timeLimitSeconds == 60)
    #expect(try await self.drafts(service).isEmpty)

    let worked = try #require(try await self.worker(service).workOnce())
    let job = try await service.run(GetJob.self, id)
    let rota = try #require(job.rota)
    #expect(worked.end == .done(rota) && job.state == .done && job.worker == "w1" && job.attempt == 1)
    #expect(job.progress?.phase == .finished)
    let kept = try await service.run(GetRota.self, .init(week: Wrenmoor.week, rota: rota))
    #expect(kept.record.status == .draft && kept.record.seed == 3 && kept.record.by == "w1")
    #expect(RotaReferee.check(kept.answer, of: kept.problem).isFeasible)
    let entries = try await service.practice.store.read(as: service.person(.auditor)) { try $0.auditEntries(after: 0) }
    let made = entries.filter { $0.fact.actor == "w1" }
    #expect(Set(made.map(\.fact.kind)) == ["job", "rota"])
    #expect(made.allSatisfy { $0.fact.purpose == "job \(id) for a manager" && $0.fact.role == "worker" })
    #expect(try await self.worker(service).workOnce() == nil, "there is one job")
  }

  @Test(arguments: [
    RotaJobRequest(week: Wrenmoor.week, timeLimitSeconds: 0), .init(week: Wrenmoor.week, timeLimitSeconds: 3601),
    .init(week: Wrenmoor.week, threads: 0), .init(week: Wrenmoor.week, threads: 17),
    .init(week: Wrenmoor.week, iterations: -1),
  ])
  func aNumberOutOfItsRangeIsRefusedAtOnce(_ request: RotaJobRequest) async throws {
    let service = try await Service()
    #expect(try await service.refusal(SubmitRotaJob.self, request) == .notValid)
    #expect(try await service.run(ListJobs.self, .init()).isEmpty)
  }

  @Test func aJobForWhichRecordsAreLackingFailsAndSaysWhy() async throws {
    let service = try await Service.ofWrenmoor()
    let id = try await self.submit(service, .init(week: Wrenmoor.week))
    let end = try await self.worker(service).workOnce()?.end
    let sentence = "nothing is asked for in \(Wrenmoor.week)"
    #expect(end == .failed("record.not-found", sentence))
    let job = try await service.run(GetJob.self, id)
    #expect(job.state == .failed && job.error == "record.not-found" && job.message == sentence)
  }

  @Test func jobsAreListedByWeekAndState() async throws {
    let service = try await Service.ofWrenmoor()
    let next = Wrenmoor.week.adding(weeks: 1)
    let (one, two) = (
      try await self.submit(service, .init(week: Wrenmoor.week)), try await self.submit(service, .init(week: next))
    )
    try await service.run(CancelJob.self, one)
    #expect(try await service.run(ListJobs.self, .init()).map(\.id) == [two, one])
    #expect(try await service.run(ListJobs.self, .init(week: next)).map(\.id) == [two])
    #expect(try await service.run(ListJobs.self, .init(states: [.cancelled])).map(\.id) == [one])
  }

  @Test func cancellingStopsTheSearchAndKeepsNothing() async throws {
    let service = try await self.crowded()
    let id = try await self.submit(service, .init(week: Wrenmoor.week, timeLimitSeconds: 600, threads: 2))
    let work = Task { try await self.worker(service).workOnce() }
    let running = try await self.wait(for: id, in: service) { $0.progress != nil }
    #expect(running.state == .running && running.progress?.seq ?? 0 > 0)
    let cancelled = try await service.run(CancelJob.self, id)
    let began = ContinuousClock.now
    #expect(try await work.value?.end == .cancelled)
    #expect(ContinuousClock.now - began < .seconds(300))
    #expect(try await self.drafts(service).isEmpty)
    #expect(try await service.run(CancelJob.self, id) == cancelled, "the answer is the final state")
  }

  @Test func aWorkerThatLostItsLeaseKeepsNothing() async throws {
    let service = try await self.crowded()
    let id = try await self.submit(service, .init(week: Wrenmoor.week, timeLimitSeconds: 600))
    let work = Task { try await self.worker(service).workOnce() }
    _ = try await self.wait(for: id, in: service) { $0.progress != nil }
    // The worker's machine sleeps for longer than its lease; a beat between the two lines only makes a next turn.
    var stolen: ClaimedJob?
    while stolen == nil {
      service.clock.advance(by: 100)
      stolen = try await service.practice.store.claimJob(as: "w2", lease: .seconds(10_000))
    }
    #expect(try await work.value?.end == .lost)
    #expect(try await self.drafts(service).isEmpty)
    let job = try await service.run(GetJob.self, id)
    #expect(job.state == .running && job.worker == "w2" && job.attempt == 2)
  }

  @Test func theNextWorkerGoesOnFromTheRotaThatTheDeadOneLeft() async throws {
    let service = try await self.crowded()
    let good = try await service.plan().rota.record
    let id = try await self.submit(service, .init(week: Wrenmoor.week, seed: 9, iterations: 0))
    let other = try await self.submit(service, .init(week: Wrenmoor.week, seed: 9, iterations: 0))
    let store = service.practice.store
    let dead = try #require(try await store.claimJob(as: "dead", lease: .seconds(30)))
    #expect(try await store.beat(dead.claim, lease: .seconds(30), news: JobNews(checkpoint: good.answer)) == .held)
    service.clock.advance(by: 40)
    for _ in 0..<2 { _ = try await self.worker(service).workOnce() }
    let jobs = try await [service.run(GetJob.self, id), service.run(GetJob.self, other)]
    let rotas = try await self.drafts(service)
    let costs = jobs.map { job in rotas.first { $0.id == job.rota }?.cost }
    #expect(jobs.map(\.attempt) == [2, 1] && jobs.allSatisfy { $0.state == .done })
    #expect(try #require(costs[0]) <= good.cost)
    #expect(try #require(costs[1]) > good.cost, "without it there is more to pay")
  }

  @Test func aWorkerThatIsStoppedGivesItsJobBackWithTheBestRotaSoFar() async throws {
    let service = try await self.crowded()
    let id = try await self.submit(service, .init(week: Wrenmoor.week, timeLimitSeconds: 600))
    let ends = Ends()
    let work = Task { try await self.worker(service).work(report: { ends.add($0.end) }) }
    let before = try await self.wait(for: id, in: service) { $0.progress != nil }
    work.cancel()
    try await work.value
    #expect(ends.all == [.released])
    let record = try #require(
      try await service.practice.store.read(as: service.person(.manager)) { try $0.job(id) })
    #expect(record.state == .queued && record.attempt == 0 && record.fence == 1)
    let checkpoint = try #require(record.checkpoint)
    let next = try #require(try await service.practice.store.claimJob(as: "w2", lease: .seconds(30)))
    #expect(next.record.id == id && next.record.checkpoint == checkpoint)
    let answer = try service.practice.rotaFormat.read(
      try await self.problem(of: service), checkpoint
    ).1
    #expect(try #require(answer.cost) <= #require(before.progress).cost)
  }

  private func problem(of service: Service) async throws -> String { try await service.plan().rota.record.problem }

  @Test func progressRisesFromWorkerToWorker() async throws {
    let service = try await self.crowded()
    let id = try await self.submit(service, .init(week: Wrenmoor.week, timeLimitSeconds: 600))
    var last = 0
    for name in ["w1", "w2"] {
      let work = Task { try await self.worker(service, name).workOnce() }
      let before = last
      let job = try await self.wait(for: id, in: service) { $0.worker == name && $0.progress?.seq ?? 0 > before }
      last = try #require(job.progress).seq
      work.cancel()
      #expect(try await work.value?.end == .released)
    }
    #expect(last > 1)
  }
}
