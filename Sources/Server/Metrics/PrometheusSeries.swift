// SPDX-License-Identifier: Apache-2.0

import Metrics
import Synchronization

/// One series of values.
final class PrometheusSeries: CounterHandler, RecorderHandler, TimerHandler {
  enum Kind: String { case counter, gauge, summary }

  let kind: Kind
  private let values = Mutex((count: 0, sum: 0.0, last: 0.0))

  init(_ kind: Kind) { self.kind = kind }

  func increment(by amount: Int64) { self.record(Double(amount)) }
  func reset() { self.values.withLock { $0 = (0, 0, 0) } }
  func record(_ value: Int64) { self.record(Double(value)) }

  func record(_ value: Double) {
    self.values.withLock { values in
      values.count += 1
      values.sum += value
      values.last = value
    }
  }

  /// Kept in seconds, as Prometheus wants it.
  func recordNanoseconds(_ duration: Int64) { self.record(Double(duration) / 1_000_000_000) }

  func lines(_ label: String, _ dimensions: String) -> [String] {
    let values = self.values.withLock { $0 }
    return switch self.kind {
    case .counter: ["\(label)\(dimensions) \(values.sum)"]
    case .gauge: ["\(label)\(dimensions) \(values.last)"]
    case .summary: ["\(label)_count\(dimensions) \(values.count)", "\(label)_sum\(dimensions) \(values.sum)"]
    }
  }
}
