// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Scheduling
import StrictJSON
public import Vocabulary

extension Fault.Code {
  /// A rota file is not JSON, or a value in it has the wrong form.
  public static let rotaFileMalformed = Fault.Code("rota.file-malformed", .badInput)
  /// A rota file says it is something else.
  public static let rotaFormatUnknown = Fault.Code("rota.format-unknown", .badInput)
}

/// Bytes to values and back, with decoding errors as faults that name the value's path.
enum RotaJSON {
  private struct Header: Decodable {
    let format: String
  }

  /// - Parameter format: what the value says it is under `format`; `nil` for a part that says nothing.
  static func decode<Value: Decodable>(
    _ type: Value.Type,
    from bytes: [UInt8],
    format: String?
  ) throws -> Value {
    // The decoder alone neither notices all errors nor says where.
    _ = try JSONValue(file: bytes, code: .rotaFileMalformed)
    let (data, decoder) = (Data(bytes), JSONDecoder())
    do {
      if let format {
        let header = try decoder.decode(Header.self, from: data)
        guard header.format == format else {
          throw Fault(
            .rotaFormatUnknown,
            "the format is '\(header.format)', not '\(format)'",
            at: "format",
            maybe: "check that this is the right file, and not a newer version of the format"
          )
        }
      }
      return try decoder.decode(type, from: data)
    } catch let error as DecodingError {
      throw self.fault(for: error)
    }
  }

  static func encode(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try Array(encoder.encode(value)) + [0x0A]
  }

  static func malformed(_ message: String, at path: String, maybe hint: String? = nil) -> Fault {
    Fault(.rotaFileMalformed, message, at: path, maybe: hint)
  }

  private static func fault(for error: DecodingError) -> Fault {
    switch error {
    case .keyNotFound(let key, let context):
      let path = self.path(context.codingPath + [key])
      return self.malformed("\(path) is missing", at: path, maybe: "add the key '\(key.stringValue)'")
    case .valueNotFound(let type, let context):
      let path = self.path(context.codingPath)
      return self.malformed("\(path) is null, not \(self.noun(type))", at: path, maybe: "give a value")
    case .typeMismatch(let type, let context):
      let path = self.path(context.codingPath)
      return self.malformed("\(path) is not \(self.noun(type))", at: path)
    case .dataCorrupted(let context) where !context.codingPath.isEmpty:
      let path = self.path(context.codingPath)
      return self.malformed("\(path) \(context.debugDescription)", at: path)
    default:
      return self.malformed("the file holds a value that cannot be read", at: "the file")
    }
  }

  /// `visits[3].windows[0].start`; `the file` for the outermost value.
  private static func path(_ keys: [any CodingKey]) -> String {
    let text = keys.reduce(into: "") { text, key in
      if let position = key.intValue {
        text += "[\(position)]"
      } else {
        text += (text.isEmpty ? "" : ".") + key.stringValue
      }
    }
    return text.isEmpty ? "the file" : text
  }

  private static func noun(_ type: Any.Type) -> String {
    switch type {
    case is Int.Type, is Int32.Type: "a whole number"
    case is Double.Type: "a number"
    case is String.Type: "text"
    case is [Any].Type: "a list"
    default: "an object"
    }
  }
}

/// A time of day on the wire: `HH:MM`, 00:00 to 24:00.
struct ClockJSON: Codable {
  let minute: Int

  init(_ minute: Int) { self.minute = minute }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard let minute = text == "24:00" ? 1_440 : TimeOfDay(text)?.minute else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "is not HH:MM")
    }
    self.minute = minute
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(RotaProblem.clock(self.minute))
  }
}

/// A whole number on the wire, as `7` or `7.0`. The decoder alone would call a file with any other number
/// broken without saying where.
struct WholeJSON: Codable {
  let value: Int

  init(_ value: Int) { self.value = value }

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    do {
      self.value = try container.decode(Int.self)
    } catch let error as DecodingError {
      throw error
    } catch {
      throw DecodingError.dataCorruptedError(
        in: container,
        debugDescription: "is not a whole number in range"
      )
    }
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.value)
  }
}

extension Optional where Wrapped == WholeJSON {
  init(_ value: Int?) { self = value.map { WholeJSON($0) } }
}
