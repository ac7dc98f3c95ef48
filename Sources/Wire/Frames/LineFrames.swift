// SPDX-License-Identifier: Apache-2.0

/// Bytes in whatever pieces they come, lines out.
///
/// A line ends with LF; the LF and one CR before it are not part of what ``next()`` gives, and lines that are then
/// empty are skipped. After ``LineTooLong`` nothing more can be read: where the next line begins is not known.
///
/// - Complexity: every byte is looked at once, however the pieces fall.
public struct LineFrames: Sendable {
  /// A line has more bytes before its LF than the limit, a CR counted.
  public struct LineTooLong: Error, Hashable, Sendable {}

  /// Room that is kept when the buffer runs empty.
  private static let kept = 65_536

  public let limit: Int
  private var buffer: [UInt8] = []
  /// Where the first line that was not given out begins.
  private var start = 0
  /// Bytes before it hold no LF, from `start` on.
  private var searched = 0

  public init(limit: Int = WireLimits().line) { self.limit = limit }

  /// Bytes that were taken in and not given out.
  public var held: Int { self.buffer.count - self.start }

  public mutating func append(_ bytes: some Collection<UInt8>) {
    self.compact()
    self.buffer.append(contentsOf: bytes)
  }

  /// The next line that is whole, or `nil` until more bytes come.
  ///
  /// - Throws: ``LineTooLong``, as soon as the limit is passed and not only at the line's end, and again ever after.
  public mutating func next() throws(LineTooLong) -> [UInt8]? {
    while let end = self.lineEnd() {
      guard end - self.start <= self.limit else { throw LineTooLong() }
      let range = self.start..<(end > self.start && self.buffer[end - 1] == 0x0D ? end - 1 : end)
      self.start = end + 1
      if !range.isEmpty { return Array(self.buffer[range]) }
    }
    guard self.held <= self.limit else { throw LineTooLong() }
    return nil
  }

  /// Whether a whole line is held. Empty lines before it are given up.
  mutating func hasLine() -> Bool {
    while let end = self.lineEnd() {
      guard end == self.start || end == self.start + 1 && self.buffer[self.start] == 0x0D else { return true }
      self.start = end + 1
    }
    return false
  }

  /// The place of the first LF; it is remembered, since `searched` then stands on it.
  private mutating func lineEnd() -> Int? {
    self.searched = max(self.searched, self.start)
    self.searched = self.buffer.withUnsafeBytes { Self.lineFeed(in: $0, from: self.searched) }
    return self.searched < self.buffer.count ? self.searched : nil
  }

  /// The place of the first LF, or the count. Looks at eight bytes at a time.
  private static func lineFeed(in bytes: UnsafeRawBufferPointer, from start: Int) -> Int {
    var place = start
    while place + 8 <= bytes.count {
      let mixed = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ 0x0A0A_0A0A_0A0A_0A0A
      if (mixed &- 0x0101_0101_0101_0101) & ~mixed & 0x8080_8080_8080_8080 != 0 { break }
      place += 8
    }
    while place < bytes.count, bytes[place] != 0x0A { place += 1 }
    return place
  }

  /// Gives up the bytes of lines that were given out, when that costs no more than those lines did.
  private mutating func compact() {
    guard self.start > 0, self.start >= self.held else { return }
    if self.start == self.buffer.count {
      self.buffer.removeAll(keepingCapacity: self.buffer.capacity <= Self.kept)
    } else {
      self.buffer.removeFirst(self.start)
    }
    self.searched = max(0, self.searched - self.start)
    self.start = 0
  }
}
