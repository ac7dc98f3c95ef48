// SPDX-License-Identifier: Apache-2.0

import Screening
import Synchronization
import Vocabulary

/// Screeners made ready to score, each once: a service scores by the same few all day.
final class PreparedScreeners: Sendable {
  private let known = Mutex<[Digest: PreparedScreener]>([:])

  /// - Throws: what preparing throws.
  func prepared(_ definition: ScreenerDefinition) throws -> PreparedScreener {
    if let screener = self.known.withLock({ $0[definition.hash] }) { return screener }
    let screener = try PreparedScreener(definition)
    self.known.withLock { $0[definition.hash] = screener }
    return screener
  }
}
