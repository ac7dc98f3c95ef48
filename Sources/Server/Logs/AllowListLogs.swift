// SPDX-License-Identifier: Apache-2.0

public import Logging
import Synchronization

/// Log lines as JSON on an output, with none but known fields: what is not on the list is not written, whoever logs it.
public struct AllowListLogs: LogHandler {
  /// The fields that may be written. None of them can name a child or hold what a person typed.
  public static let fields: Set<String> = [
    "method", "code", "ms", "area", "role", "reason", "error", "count", "address", "job", "state", "phase", "version",
  ]

  public var logLevel: Logger.Level = .info
  public var metadata: Logger.Metadata = [:]
  private let label: String
  private let write: @Sendable (String) -> Void

  public init(label: String, write: @escaping @Sendable (String) -> Void) {
    self.label = label
    self.write = write
  }

  public subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { self.metadata[key] }
    set { self.metadata[key] = newValue }
  }

  public func log(event: LogEvent) {
    // A library's own sentences may quote what it was sent: only its label and level are told.
    let isOurs = self.label.hasPrefix("elsec")
    var fields = [("level", "\(event.level)"), ("label", self.label)]
    if isOurs { fields.append(("message", "\(event.message)")) }
    let all = self.metadata.merging(event.metadata ?? [:]) { _, new in new }
    if isOurs {
      for (key, value) in all.sorted(by: { $0.key < $1.key }) where Self.fields.contains(key) {
        fields.append((key, "\(value)"))
      }
    }
    self.write("{" + fields.map { "\"\($0.0)\":\"\(Self.escaped($0.1))\"" }.joined(separator: ",") + "}\n")
  }

  /// Scalar by scalar: a quote that carries a combining mark is one character with it, and a quote all the same.
  private static func escaped(_ text: String) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars.prefix(200) {
      switch scalar {
      case "\"", "\\": escaped.append(contentsOf: ["\\", scalar])
      case _ where scalar.value < 0x20 || scalar.properties.generalCategory.isLineOrControl: escaped.append(" ")
      default: escaped.append(scalar)
      }
    }
    return String(escaped)
  }
}

extension Unicode.GeneralCategory {
  fileprivate var isLineOrControl: Bool {
    self == .control || self == .lineSeparator || self == .paragraphSeparator
  }
}
