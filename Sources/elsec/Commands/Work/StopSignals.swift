// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc

/// Calls its closure when the process is asked to end; ``end()`` gives the signals their usual meaning back.
struct StopSignals {
  private static let caught = [SIGTERM, SIGINT]
  private let sources: [any DispatchSourceSignal]

  init(_ stop: @escaping @Sendable () -> Void) {
    self.sources = Self.caught.map { number in
      // The source hears of it; without this the process would end before.
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { stop() }
      source.resume()
      return source
    }
  }

  func end() {
    for source in self.sources { source.cancel() }
    for number in Self.caught { signal(number, SIG_DFL) }
  }
}
