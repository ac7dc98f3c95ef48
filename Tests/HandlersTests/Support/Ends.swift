// SPDX-License-Identifier: Apache-2.0

import Handlers
import Synchronization

/// What became of jobs, in order.
final class Ends: Sendable {
  private let ends = Mutex<[JobEnd]>([])
  var all: [JobEnd] { self.ends.withLock { $0 } }
  func add(_ end: JobEnd) { self.ends.withLock { $0.append(end) } }
}
