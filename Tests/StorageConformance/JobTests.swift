// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

/// Jobs wait, are taken by one worker at a time, and end once.
@Suite struct JobTests {
  @Test(arguments: Driver.allCases)
  func jobsComeBackWholeByWeekAndState(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let (bare, full) = (JobRecord.waiting("j1", week: nil), JobRecord.waiting("j2"))
      try await test.write { records in
        try records.submit(bare)
        try records.submit(full)
      }
      let claimed = try #require(try await test.claim())
      try await test.write { try $0.fail(claimed.claim, error: .storeConflict, message: "no") }
      let (first, week, failed, both, all) = try await test.read {
        (
          try $0.job("j2"), try $0.jobs(of: isoWeek("2026-W49")), try $0.jobs([.failed]),
          try $0.jobs([.queued, .failed]), try $0.jobs()
        )
      }
      #expect(first == full && week == [full])
      #expect(failed.map(\.id) == ["j1"] && failed.first?.error == "store.conflict" && failed.first?.message == "no")
      #expect(both.map(\.id) == ["j2", "j1"] && all == both)
      _ = await fault(.storeConflict) { try await test.write { try $0.submit(full) } }
      _ = await fault(.storeConflict) { try await test.write { try $0.submit(claimed.record) } }
    }
  }

  @Test(arguments: Driver.allCases)
  func theJobThatHasWaitedLongestIsTakenFirstAndNoneBeforeItIsDue(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let now = test.clock.read()
      try await test.write { records in
        try records.submit(.waiting("late", at: now))
        try records.submit(.waiting("b", at: moment))
        try records.submit(.waiting("a", at: moment))
        try records.submit(.waiting("future", at: now.adding(.seconds(1_000))))
      }
      try await test.store.write(as: .elsewhere) { records in
        try records.put(.shropshire)
        try records.submit(.waiting("first", at: moment.adding(.seconds(-1))))
      }
      var taken: [JobID] = []
      while let claimed = try await test.claim(lease: .seconds(5_000)) {
        #expect(claimed.record.state == .running && claimed.record.attempt == 1 && claimed.record.fence == 1)
        taken.append(claimed.record.id)
      }
      #expect(taken == ["first", "a", "b", "late"])
      test.clock.advance(by: 1_000)
      #expect(try await test.claim(lease: .seconds(5_000))?.record.id == "future")
    }
  }

  @Test(arguments: Driver.allCases)
  func aLeaseThatRanOutIsTakenByAnotherWhoGoesOnFromTheCheckpoint(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { try $0.submit(.waiting("j1")) }
      let first = try #require(try await test.claim(as: "w1"))
      #expect(try await test.claim(as: "w2") == nil)
      test.clock.advance(by: 50)
      let news = JobNews(progress: "half", checkpoint: "a rota")
      #expect(try await test.store.beat(first.claim, lease: .seconds(60), news: news) == .held)
      test.clock.advance(by: 50)
      #expect(try await test.claim(as: "w2") == nil, "the beat lengthened the lease")
      #expect(try await test.store.beat(first.claim, lease: .seconds(60)) == .held)
      test.clock.advance(by: 70)
      let second = try #require(try await test.claim(as: "w2"))
      #expect(second.record.worker == "w2" && second.record.attempt == 2 && second.claim.fence == 2)
      #expect(second.record.checkpoint == "a rota" && second.record.progress == "half")
      #expect(second.record.progressAt != nil)
    }
  }

  @Test(arguments: Driver.allCases)
  func anOldFenceChangesNothing(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { try $0.submit(.waiting("j1")) }
      let old = try #require(try await test.claim(as: "w1")).claim
      test.clock.advance(by: 100)
      let new = try #require(try await test.claim(as: "w2"))
      let (before, head) = try await test.read { (try $0.job("j1"), try $0.auditHead()) }
      #expect(try await test.store.beat(old, lease: .seconds(900), news: JobNews(progress: "mine")) == .lost)
      #expect(try await test.store.release(old, news: JobNews(checkpoint: "mine")) == .lost)
      _ = await fault(.jobLost) {
        try await test.write { records in
          try records.add(SettingRecord.oak)
          try records.finish(old, result: "mine")
        }
      }
      _ = await fault(.jobLost) { try await test.write { try $0.fail(old, error: .storeConflict, message: "mine") } }
      let (after, settings, head2) = try await test.read { (try $0.job("j1"), try $0.settings(), try $0.auditHead()) }
      #expect(after == before && after == new.record && settings.isEmpty && head2 == head)
      try await test.write { try $0.finish(new.claim, result: "r1") }
      let ended = try #require(try await test.read { try $0.job("j1") })
      #expect(ended.state == .done && ended.result == "r1" && ended.leaseUntil == nil && ended.endedAt != nil)
      _ = await fault(.jobLost) { try await test.write { try $0.finish(new.claim, result: "r2") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func aJobOfAnotherAreaIsNotFinished(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { try $0.submit(.waiting("j1")) }
      let claim = try #require(try await test.claim()).claim
      _ = await fault(.jobLost) {
        try await test.store.write(as: .elsewhere) { records in
          try records.put(.shropshire)
          try records.finish(claim, result: "r1")
        }
      }
      #expect(try await test.store.read(as: .elsewhere) { try $0.jobs() }.isEmpty)
    }
  }

  @Test(arguments: Driver.allCases)
  func cancellingEndsAJobOnceAndItsWorkerHearsOfIt(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { records in
        try records.submit(.waiting("j1"))
        try records.submit(.waiting("j2"))
      }
      let claim = try #require(try await test.claim()).claim
      for id in [JobID("j1"), "j2"] {
        let cancelled = try await test.write { try $0.cancel(id) }
        #expect(cancelled.state == .cancelled && cancelled.endedAt != nil)
        let head = try await test.read { try $0.auditHead() }
        #expect(try await test.write { try $0.cancel(id) } == cancelled, "it stays as it is")
        #expect(try await test.read { try $0.auditHead() } == head)
      }
      #expect(try await test.store.beat(claim, lease: .seconds(60)) == .cancelled)
      #expect(try await test.store.release(claim) == .cancelled)
      _ = await fault(.jobLost) { try await test.write { try $0.finish(claim, result: "r") } }
      #expect(try await test.claim() == nil)
      _ = await fault(.storeNotFound) { try await test.write { try $0.cancel("none") } }
    }
  }

  @Test(arguments: Driver.allCases)
  func aJobThatFiveWorkersLeftIsGivenUp(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { records in
        try records.submit(.waiting("bad"))
        try records.submit(.waiting("good", at: test.clock.read().adding(.seconds(400))))
      }
      for attempt in 1...5 {
        #expect(try await test.claim()?.record.attempt == attempt)
        test.clock.advance(by: 100)
      }
      #expect(try await test.claim()?.record.id == "good", "the next in the queue is taken at once")
      let ended = try #require(try await test.read { try $0.job("bad") })
      #expect(ended.state == .failed && ended.error == "job.given-up" && ended.endedAt != nil)
    }
  }

  @Test(arguments: Driver.allCases)
  func aJobThatIsGivenBackWaitsAgainAndTheAttemptDoesNotCount(_ driver: Driver) async throws {
    try await driver.withStore { test in
      try await test.write { try $0.submit(.waiting("j1")) }
      for turn in 1...7 {
        let claimed = try #require(try await test.claim())
        #expect(claimed.record.attempt == 1 && claimed.claim.fence == turn)
        #expect(claimed.record.checkpoint == (turn == 1 ? nil : "turn \(turn - 1)"))
        let given = try await test.store.release(claimed.claim, news: JobNews(checkpoint: "turn \(turn)"))
        #expect(given == .held)
        #expect(try await test.store.beat(claimed.claim, lease: .seconds(60)) == .lost)
      }
    }
  }

  @Test(arguments: Driver.allCases)
  func everyStepOfAPersonIsAuditedAndNoneOfTheQueues(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let submitted = try await test.entries { try $0.submit(.waiting("j1")) }
      #expect(submitted.map(\.fact.action) == [.add] && submitted.first?.fact.entity == "j1")
      let head = try await test.read { try $0.auditHead() }
      let claim = try #require(try await test.claim()).claim
      _ = try await test.store.beat(claim, lease: .seconds(60), news: JobNews(progress: "p"))
      #expect(try await test.read { try $0.auditHead() } == head)
      let ended = try await test.entries { try $0.finish(claim, result: "r") }
      #expect(ended.map(\.fact.action) == [.change] && ended.first?.fact.kind == "job")
      let check = try await test.store.check()
      #expect(check.isSound)
    }
  }

  @Test(.enabled(if: PostgresServer.isThere))
  func whereRowsAreSecuredAWorkerSeesJobsAloneAndNobodyElseAnothersJobs() async throws {
    try await Driver.postgres.withStore { test in
      try await test.fill()
      try await test.write { try $0.submit(.waiting("j1")) }
      let driver = try await test.database.open()
      let scopes: [(SQLScope, jobs: Int, children: Int)] = [
        (.queue, 1, 0), (.everywhere, 0, 0), (.area(AreaRecord.shropshire.id), 0, 0),
        (.area(AreaRecord.telford.id), 1, 2),
      ]
      for (scope, jobs, children) in scopes {
        let found = try await driver.read(in: scope) { connection in
          try ["job", "child"].flatMap { try connection.query("SELECT count(*) FROM \($0)") }.flatMap(\.values)
        }
        #expect(found == [.integer(jobs), .integer(children)], "\(scope)")
      }
      try await driver.close()
    }
  }

  /// 16 workers on two stores of one database, every fifth time a job is taken its worker dies.
  @Test(arguments: Driver.allCases)
  func whoeverDiesEachJobIsDoneExactlyOnce(_ driver: Driver) async throws {
    try await driver.withStore { test in
      let jobs = 240
      try await test.write { records in
        for number in 0..<jobs { try records.submit(.waiting(JobID("j\(padded(number, to: 3))"), at: moment)) }
      }
      let other = try await Store.open(try await test.database.open(), hash: testHash, clock: test.clock.read)
      var dead: [JobClaim] = []
      for _ in 0..<5 {
        dead += try await withThrowingTaskGroup(of: [JobClaim].self) { group in
          for worker in 0..<16 {
            let store = worker.isMultiple(of: 2) ? test.store : other
            group.addTask { try await Self.work(store, as: "w\(worker)") }
          }
          return try await group.reduce(into: []) { $0 += $1 }
        }
        test.clock.advance(by: 200_000)
      }
      let (states, effects) = try await test.read { (try $0.jobs().map(\.state), try $0.settings().map(\.name)) }
      #expect(states == Array(repeating: .done, count: jobs))
      #expect(effects.count == jobs, "each job's effect is there")
      #expect(dead.count > jobs / 8, "some died: \(dead.count)")
      for claim in dead { _ = await fault(.jobLost) { try await Self.finish(claim, on: other, as: "late") } }
      let after = try await test.read { try $0.settings().map(\.name) }
      #expect(after == effects, "who comes late changes nothing")
      try await other.close()
    }
  }

  /// - Returns: what its workers died over.
  private static func work(_ store: Store, as worker: String) async throws -> [JobClaim] {
    var dead: [JobClaim] = []
    while let claimed = try await store.claimJob(as: worker, lease: .seconds(100_000)) {
      let number = Int(claimed.record.id.rawValue.dropFirst()) ?? 0
      if (number + claimed.record.attempt) % 5 == 0 {
        dead.append(claimed.claim)
      } else {
        try await self.finish(claimed.claim, on: store, as: worker)
      }
    }
    return dead
  }

  /// The effect is a setting with the job's id, which a second time would be a conflict.
  private static func finish(_ claim: JobClaim, on store: Store, as worker: String) async throws {
    try await store.write(as: .manager) { records in
      try records.finish(claim, result: worker)
      try records.add(SettingRecord(id: SettingID(claim.job.rawValue), kind: .school, name: worker))
    }
  }
}

extension JobRecord {
  fileprivate static func waiting(
    _ id: JobID, week: SchoolWeek? = isoWeek("2026-W49"), at instant: Instant = moment
  ) -> JobRecord {
    JobRecord(
      id: id, kind: "rota.plan", week: week, payload: "seed 1", askedBy: "Ada Manager", runAt: instant, madeAt: instant)
  }
}

extension TestStore {
  fileprivate func claim(as worker: String = "w", lease: Duration = .seconds(60)) async throws -> ClaimedJob? {
    try await self.store.claimJob(as: worker, lease: lease)
  }
}
