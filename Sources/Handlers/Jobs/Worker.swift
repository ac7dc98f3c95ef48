// SPDX-License-Identifier: Apache-2.0

import Storage
public import Vocabulary

/// Does the jobs of a store, of every area, one at a time. Any number of workers on any machines share the work.
public struct Worker: Sendable {
  /// Names the worker in jobs and in the audit; no other that runs has the same.
  public let name: String
  /// How long a job stays this worker's when nothing is heard of it.
  public let lease: Duration
  private let practice: Practice

  public init(name: String, lease: Duration = .seconds(30), practice: Practice) {
    self.name = name
    self.lease = lease
    self.practice = practice
  }

  /// Takes the job that is due and does it. Cancelling the task gives the job back, with the best rota so far.
  ///
  /// - Returns: `nil` when no job is due.
  /// - Throws: what the store throws; a job that can't be done is no error, but failed.
  public func workOnce() async throws -> WorkedJob? {
    guard let job = try await self.practice.store.claimJob(as: self.name, lease: self.lease) else { return nil }
    let end = try await RotaJobRun(job: job, worker: self.name, lease: self.lease, practice: self.practice).run()
    return WorkedJob(area: job.claim.area, record: job.record, end: end)
  }

  /// Does job after job, and looks for new ones about once a second, until its task is cancelled.
  ///
  /// - Parameters:
  ///   - report: called after every job.
  ///   - away: called each time that the store can't be reached; the worker tries again.
  /// - Throws: what the store throws, unless it only can't be reached.
  public func work(
    report: @Sendable (WorkedJob) -> Void, away: @Sendable (Fault) -> Void = { _ in }
  ) async throws {
    while !Task.isCancelled {
      do {
        if let worked = try await self.workOnce() {
          report(worked)
          continue
        }
      } catch {
        if Task.isCancelled { return }
        guard let fault = error as? Fault, fault.code.kind == .unavailable else { throw error }
        away(fault)
      }
      // Not all workers at the same moment.
      try? await Task.sleep(for: .milliseconds(Int.random(in: 750...1_250)))
    }
  }
}
