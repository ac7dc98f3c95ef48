// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Storage
public import Vocabulary

/// One job in a worker's hands, from the claim to its end: the search on the one side, and on the other the lease that
/// is lengthened as long as the search goes on.
struct RotaJobRun: Sendable {
  let job: ClaimedJob
  let worker: String
  let lease: Duration
  let practice: Practice

  /// Cancelling the task gives the job back, with the best rota so far.
  ///
  /// - Throws: a fault of the kind `unavailable` where the store could not be told of the end; the job is then taken
  ///   again when the lease has run out.
  func run() async throws -> JobEnd {
    let watch = JobWatch(after: self.progress?.seq ?? 0)
    let (found, standing) = await self.search(watch)
    switch (standing, found) {
    case (.cancelled, _): return .cancelled
    case (.lost, _): return .lost
    case (.held, .draft(let draft)): return try await self.regardless { try await self.keep(draft) }
    case (.held, .failed(let fault)): return try await self.regardless { try await self.fail(fault) }
    case (.held, .brokenOff): return try await self.regardless { try await self.release(watch) }
    }
  }

  private enum Found: Sendable {
    case draft(RotaDraft)
    case failed(Fault)
    case brokenOff
  }

  // MARK: Both sides

  private enum Side: Sendable {
    case search(Found)
    case lease(JobStanding)
  }

  private func search(_ watch: JobWatch) async -> (Found, JobStanding) {
    await withTaskGroup(of: Side.self) { group in
      group.addTask { .search(await self.found(watch)) }
      group.addTask { .lease(await self.keepLease(watch)) }
      var (found, standing) = (Found.brokenOff, JobStanding.held)
      for await side in group {
        switch side {
        case .search(let ended): found = ended
        case .lease(let ended): standing = ended
        }
        group.cancelAll()
      }
      return (found, standing)
    }
  }

  /// Tells the store once a second, or three times a lease where that is more, until it says that the job is gone.
  private func keepLease(_ watch: JobWatch) async -> JobStanding {
    while true {
      do {
        try await Task.sleep(for: min(.seconds(1), self.lease / 3))
        let news = watch.news
        let standing = try await self.practice.store.beat(self.job.claim, lease: self.lease, news: self.kept(news))
        guard standing == .held else { return standing }
        watch.told(news)
      } catch {
        // A store that is away may come back, and then knows whether another has the job.
        if Task.isCancelled { return .held }
      }
    }
  }

  private func kept(_ news: JobWatch.News) -> JobNews {
    JobNews(
      progress: news.progress.map { JobProgress.text(of: $0, seq: news.seq) },
      checkpoint: news.best.flatMap { try? self.practice.rotaFormat.write($0.problem, $0.answer).answer })
  }

  // MARK: The search

  private func found(_ watch: JobWatch) async -> Found {
    do {
      return try await self.draft(watch).map { .draft($0) } ?? .brokenOff
    } catch {
      if Task.isCancelled { return .brokenOff }
      return .failed(error as? Fault ?? Fault(.jobDefect, "the job ended with an unknown error", cause: error))
    }
  }

  /// - Returns: `nil` when the search was broken off; the watch has its best rota.
  private func draft(_ watch: JobWatch) async throws -> RotaDraft? {
    guard self.job.record.kind == RotaJobRequest.kind else {
      throw Fault(.jobUnknown, "this worker knows no job of the kind '\(self.job.record.kind)'")
    }
    let request = try RotaJobRequest(text: self.job.record.payload)
    let weekly = try await PlanRota.problem(of: request.week, after: .published, in: self.practice, as: self.person)
    var options = request.options
    options.warmStart = self.job.record.checkpoint.flatMap {
      try? self.practice.rotaFormat.readAnswer($0, to: weekly.problem)
    }
    options.checkpoint = SolverCheckpoint(every: .seconds(2)) { watch.take($0, of: weekly.problem) }
    let found = await RotaSolver.solve(weekly.problem, options: options) { progress in
      watch.take(progress)
      return true
    }
    guard !Task.isCancelled else {
      watch.take(found, of: weekly.problem)
      return nil
    }
    return try PlanRota.draft(found, of: weekly, in: request.week, seed: request.seed, self.practice)
  }

  private var progress: JobProgress? {
    guard let text = self.job.record.progress, let at = self.job.record.progressAt else { return nil }
    return try? JobProgress(text: text, at: at)
  }

  private var person: Principal {
    Principal(
      name: self.worker, role: .worker, area: self.job.claim.area,
      purpose: "job \(self.job.claim.job) for \(self.job.record.askedBy)")
  }

  // MARK: The end

  /// Does what has to be done although the worker is stopping.
  private func regardless(_ body: @escaping @Sendable () async throws -> JobEnd) async throws -> JobEnd {
    do {
      return try await Task { try await body() }.value
    } catch let fault as Fault where fault.code == .jobLost { return .lost }
  }

  /// The draft and the job's end, or neither.
  private func keep(_ draft: RotaDraft) async throws -> JobEnd {
    do {
      try await self.practice.store.write(as: self.person) { records in
        try records.finish(self.job.claim, result: draft.id.rawValue)
        _ = try draft.keep(in: records)
      }
      return .done(draft.id)
    } catch let fault as Fault where fault.code != .jobLost {
      // A visit or a person went while the search was on.
      return try await self.fail(fault)
    }
  }

  private func fail(_ fault: Fault) async throws -> JobEnd {
    guard fault.code.kind != .unavailable else { throw fault }
    let sentence = fault.place.map { "\(fault.message) (\($0))" } ?? fault.message
    try await self.practice.store.write(as: self.person) {
      try $0.fail(self.job.claim, error: fault.code, message: sentence)
    }
    return .failed(fault.code.name, sentence)
  }

  private func release(_ watch: JobWatch) async throws -> JobEnd {
    switch try await self.practice.store.release(self.job.claim, news: self.kept(watch.news)) {
    case .held: .released
    case .cancelled: .cancelled
    case .lost: .lost
    }
  }
}

extension RotaFormat {
  /// Reads an answer that was written beside another form of its problem.
  func readAnswer(_ text: String, to problem: RotaProblem) throws -> RotaAnswer {
    try self.read(try self.write(problem, RotaAnswer(problem: problem.name, assignments: [])).problem, text).1
  }
}

extension Fault.Code {
  public static let jobUnknown = Fault.Code("job.unknown-kind", .badInput)
  public static let jobDefect = Fault.Code("job.defect", .defect)
}
