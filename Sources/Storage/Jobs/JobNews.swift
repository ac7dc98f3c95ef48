// SPDX-License-Identifier: Apache-2.0

/// What a worker has to say of its job, as the job's kind writes it; `nil` leaves what was said before.
public struct JobNews: Sendable, Hashable {
  public var progress: String?
  public var checkpoint: String?

  public init(progress: String? = nil, checkpoint: String? = nil) {
    self.progress = progress
    self.checkpoint = checkpoint
  }
}
