// SPDX-License-Identifier: Apache-2.0

public import Metrics
import Synchronization

/// Keeps what the program counts, and lays it out in the text format that Prometheus reads (version 0.0.4).
///
/// Counters and gauges are themselves; timers and recorders become summaries of count and sum.
public final class PrometheusFactory: MetricsFactory {
  struct Series: Hashable {
    let label: String
    let dimensions: [String]
  }

  private let kept = Mutex<[Series: PrometheusSeries]>([:])

  public init() {}

  private func series(_ label: String, _ dimensions: [(String, String)], _ kind: PrometheusSeries.Kind)
    -> PrometheusSeries
  {
    let key = Series(
      label: Self.named(label),
      dimensions: dimensions.map { "\(Self.named($0.0))=\"\(Self.escaped($0.1))\"" }.sorted())
    return self.kept.withLock { kept in
      if let known = kept[key] { return known }
      let made = PrometheusSeries(kind)
      kept[key] = made
      return made
    }
  }

  public func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    self.series(label, dimensions, .counter)
  }

  public func makeRecorder(label: String, dimensions: [(String, String)], aggregate: Bool) -> any RecorderHandler {
    self.series(label, dimensions, aggregate ? .summary : .gauge)
  }

  public func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    self.series(label, dimensions, .summary)
  }

  public func destroyCounter(_ handler: any CounterHandler) {}
  public func destroyRecorder(_ handler: any RecorderHandler) {}
  public func destroyTimer(_ handler: any TimerHandler) {}

  /// Every series, by name.
  public var text: String {
    let all = self.kept.withLock { $0 }.sorted {
      ($0.key.label, $0.key.dimensions.joined()) < ($1.key.label, $1.key.dimensions.joined())
    }
    var lines: [String] = []
    var last = ""
    for (series, values) in all {
      if series.label != last { lines.append("# TYPE \(series.label) \(values.kind.rawValue)") }
      last = series.label
      lines += values.lines(
        series.label, series.dimensions.isEmpty ? "" : "{\(series.dimensions.joined(separator: ","))}")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// Libraries name theirs with dots and hyphens; one such name, and the whole page is refused.
  private static func named(_ name: String) -> String {
    let named = name.unicodeScalars.map { scalar in
      scalar.isASCII && (scalar.properties.isAlphabetic || scalar == "_" || scalar.properties.numericType != nil)
        ? String(scalar) : "_"
    }.joined()
    return named.unicodeScalars.first?.properties.numericType == nil ? named : "_" + named
  }

  private static func escaped(_ value: String) -> String {
    value.unicodeScalars.map { scalar in
      switch scalar {
      case "\\": "\\\\"
      case "\"": "\\\""
      case "\n": "\\n"
      default: String(scalar)
      }
    }.joined()
  }
}
