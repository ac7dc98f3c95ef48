// SPDX-License-Identifier: Apache-2.0

import Handlers
public import Storage
public import StrictJSON
public import Vocabulary

extension MethodTable {
  /// Where a watched job stands.
  public struct JobNews: Sendable, Hashable {
    /// The params of a `job.progress` notification.
    public let params: JSONValue
    public let isFinal: Bool
  }

  /// - Throws: what `job.get` throws.
  public func news(ofJob id: JobID, as person: Principal) async throws -> JobNews {
    let job = try await GetJob.run(id, in: self.practice, as: person)
    return JobNews(params: JobReply.news(job), isFinal: job.state.isFinal)
  }
}
