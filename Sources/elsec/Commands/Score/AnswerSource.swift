// SPDX-License-Identifier: Apache-2.0

import Exchange
import Glibc
import Vocabulary

/// An answer file read in pieces of whole rows; `-` is standard input.
final class AnswerSource {
  /// A piece has about this many bytes, more only where a row is longer.
  static let pieceBytes = 262_144

  private let path: String
  private let descriptor: Int32
  /// The beginning of a row that the last piece did not hold whole.
  private var rest: [UInt8] = []
  /// Whether there is nothing left to read.
  private(set) var isAtEnd = false

  init(_ path: String) throws {
    self.path = path
    self.descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard self.descriptor >= 0 else {
      throw Fault(
        .fileUnreadable, "the file can't be read: \(Disk.reason())", at: path, maybe: "check the path")
    }
  }

  deinit { if self.path != "-" { close(self.descriptor) } }

  /// Fills `piece` with the next whole rows; the last piece may end in a row without a line end, and a row too long to
  /// be one is handed over as far as it was read.
  ///
  /// - Returns: `false` when nothing was left.
  func next(_ piece: inout [UInt8]) throws -> Bool {
    piece.removeAll(keepingCapacity: true)
    piece.append(contentsOf: self.rest)
    self.rest.removeAll(keepingCapacity: true)
    var goal = Self.pieceBytes
    while true {
      while piece.count < goal, !self.isAtEnd { try self.read(into: &piece, upTo: goal) }
      if self.isAtEnd { return !piece.isEmpty }
      let whole = piece.withUnsafeBytes { CSVPieces.wholeRows(in: $0) }
      if whole > 0 {
        self.rest.append(contentsOf: piece[whole...])
        piece.removeSubrange(whole...)
        return true
      }
      if goal > CSVPieces.longestRow { return true }
      goal *= 2
    }
  }

  /// Gives back whole rows that were taken with the last piece and not used: the next piece begins with them.
  func giveBack(_ rows: ArraySlice<UInt8>) { self.rest.insert(contentsOf: rows, at: 0) }

  private func read(into piece: inout [UInt8], upTo goal: Int) throws {
    let begin = piece.count
    piece.append(contentsOf: repeatElement(0, count: goal - begin))
    let count = piece.withUnsafeMutableBytes { bytes in
      Glibc.read(self.descriptor, bytes.baseAddress.map { $0 + begin }, goal - begin)
    }
    let reason = errno
    piece.removeSubrange((begin + max(0, count))...)
    if count == 0 { self.isAtEnd = true }
    guard count < 0, reason != EINTR else { return }
    throw Fault(.fileUnreadable, "the file can't be read: \(String(cString: strerror(reason)))", at: self.path)
  }
}
