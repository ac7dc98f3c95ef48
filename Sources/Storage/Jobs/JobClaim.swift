// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// What a worker holds of a job that it took. Good until the job is taken by another or ends.
public struct JobClaim: Sendable, Hashable {
  public let area: AreaID
  public let job: JobID
  /// As it was when the job was taken.
  public let fence: Int

  public init(area: AreaID, job: JobID, fence: Int) {
    self.area = area
    self.job = job
    self.fence = fence
  }
}

/// A job in a worker's hands.
public struct ClaimedJob: Sendable, Hashable {
  public let claim: JobClaim
  public let record: JobRecord
}

/// What a worker hears when it says that it still works.
public enum JobStanding: Sendable, Hashable {
  case held
  case cancelled
  /// Another has taken it, or it has ended otherwise.
  case lost
}
