// SPDX-License-Identifier: Apache-2.0

/// The 32 bytes of a SHA-256 (FIPS 180-4). Text form: 64 lower-case hexadecimal digits.
public struct Digest: Hashable, Sendable, CustomStringConvertible {
  public let bytes: [UInt8]

  /// Returns `nil` unless there are exactly 32 bytes.
  public init?(bytes: [UInt8]) {
    guard bytes.count == 32 else { return nil }
    self.bytes = bytes
  }

  /// Reads 64 hexadecimal digits, lower case only; `nil` for anything else.
  public init?(hex: some StringProtocol) {
    let digits = hex.utf8.compactMap { byte -> UInt8? in
      switch byte {
      case 0x30...0x39: byte - 0x30
      case 0x61...0x66: byte - 0x57
      default: nil
      }
    }
    guard digits.count == 64, hex.utf8.count == 64 else { return nil }
    self.bytes = stride(from: 0, to: 64, by: 2).map { digits[$0] << 4 | digits[$0 + 1] }
  }

  public var description: String {
    self.bytes.map { byte in
      let text = String(byte, radix: 16)
      return text.count == 1 ? "0" + text : text
    }.joined()
  }

  /// All zero: what stands before the first entry of a chain.
  public static let zero = Digest(uncheckedBytes: [UInt8](repeating: 0, count: 32))

  private init(uncheckedBytes: [UInt8]) { self.bytes = uncheckedBytes }
}

extension Digest: Codable {
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    guard let digest = Digest(hex: try container.decode(String.self)) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a SHA-256 in hexadecimal")
    }
    self = digest
  }

  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(self.description)
  }
}

/// Computes a SHA-256. Handed in from outside, so that pure targets need no cryptography library.
public typealias Hashing = @Sendable ([UInt8]) -> Digest
