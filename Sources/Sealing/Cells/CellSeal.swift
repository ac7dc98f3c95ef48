// SPDX-License-Identifier: Apache-2.0

internal import Crypto
import Vocabulary

/// Seals the cells of one store and opens them.
///
/// A sealed cell is a first byte that names this form and the store's one data key, then nonce, sealed content and tag of
/// AES-256-GCM. What is sealed is the content, the byte 0x80 and zeros up to a multiple of ``paddedTo``, so that its
/// length tells little. The same content sealed twice is not the same bytes.
public struct CellSeal: Sendable {
  /// The form of the cells: version 1, key 1.
  static let form: UInt8 = 1
  /// Content is padded to a multiple of so many bytes; of eight times as many when it is longer than that.
  static let paddedTo = 64

  private let cells: SymmetricKey
  private let standIns: SymmetricKey

  public init(_ key: DataKey) {
    self.cells = key.subkey(for: "elsec/cells/1")
    self.standIns = key.subkey(for: "elsec/stand-ins/1")
  }

  public func seal(_ content: [UInt8], at place: CellPlace) throws -> [UInt8] {
    let step = content.count < Self.paddedTo * 8 ? Self.paddedTo : Self.paddedTo * 8
    var padded = content + [0x80]
    padded += Array(repeating: 0, count: (step - padded.count % step) % step)
    return [Self.form] + (try GCM.seal(padded, under: self.cells, with: Self.context(place)))
  }

  /// - Throws: `seal.broken` when the cell was changed, stands elsewhere, or was sealed under another key.
  public func open(_ sealed: [UInt8], at place: CellPlace) throws -> [UInt8] {
    guard sealed.first == Self.form,
      let padded = GCM.open(sealed.dropFirst(), under: self.cells, with: Self.context(place)),
      let end = padded.lastIndex(where: { $0 != 0 }), padded[end] == 0x80
    else {
      throw Fault(
        .sealBroken, "a sealed cell of '\(place.table)' does not open",
        maybe: "restore a backup with 'elsec store restore'"
      )
    }
    return Array(padded[..<end])
  }

  /// What stands in the column for a text that is looked up by: the same for the same text (HMAC-SHA256), in hexadecimal.
  ///
  /// - Parameter byteCount: 16 where it has to be unique; 1 where it only narrows a search, so that equal stand-ins say
  ///   little.
  public func standIn(for text: String, table: String, column: String, byteCount: Int) -> String {
    let place = CellPlace(table: table, column: column, row: [text])
    let code = HMAC<SHA256>.authenticationCode(for: place.bytes, using: self.standIns)
    return Array(code.prefix(byteCount)).hexadecimal
  }

  private static func context(_ place: CellPlace) -> [UInt8] { [Self.form] + place.bytes }
}
