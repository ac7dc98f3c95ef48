// SPDX-License-Identifier: Apache-2.0

import Vocabulary

/// What workers do to jobs, whatever the area: short transactions outside the areas' audits. When a lease begins and
/// ends is by the clock that the store was opened with, so the clocks of machines that share a store must agree to
/// within less than a lease; where they do not, a job is done twice and kept once.
extension Store {
  /// Takes the job that has waited longest of those that are due; `nil` when none is. A job that was taken 5 times
  /// fails as `job.given-up` instead.
  ///
  /// - Parameters:
  ///   - worker: who takes it, in a name that no other worker has.
  ///   - lease: how long nobody else takes it, unless ``beat(_:lease:news:)`` lengthens it.
  public func claimJob(as worker: String, lease: Duration) async throws -> ClaimedJob? {
    try await self.queue { try $0.claim(as: worker, until: $0.now.adding(lease)) }
  }

  /// Says that the job is still worked on, so that nobody else takes it.
  public func beat(_ claim: JobClaim, lease: Duration, news: JobNews = JobNews()) async throws -> JobStanding {
    try await self.queue { try $0.beat(claim, until: $0.now.adding(lease), news) }
  }

  /// Gives a job back for another to go on with; that it was taken does not count as an attempt.
  ///
  /// - Returns: `held` when it was given back, else why there was nothing to give.
  @discardableResult
  public func release(_ claim: JobClaim, news: JobNews = JobNews()) async throws -> JobStanding {
    try await self.queue { try $0.release(claim, news) }
  }

  private func queue<Value: Sendable>(
    _ body: @escaping @Sendable (JobQueue) throws -> Value
  ) async throws -> Value {
    let (now, engine) = (self.clock(), self.driver.engine)
    return try await self.driver.write(in: .queue) {
      try body(JobQueue(connection: $0, engine: engine, now: now))
    }
  }
}
