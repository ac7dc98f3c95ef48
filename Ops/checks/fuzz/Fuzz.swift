// SPDX-License-Identifier: Apache-2.0

/// What libFuzzer calls with bytes that it makes up. Any precondition that does not hold is a finding.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  readAndWrite(bytes)
  cutIntoLines(bytes)
  return 0
}

/// What is read is written in one form, which reads back as the same value and is written as the same bytes.
private func readAndWrite(_ bytes: [UInt8]) {
  guard let value = try? JSONValue(reading: bytes, limits: .line) else { return }
  let written = value.bytes
  guard let again = try? JSONValue(reading: written, limits: .line) else {
    preconditionFailure("what was written is not read")
  }
  precondition(again == value, "it reads back as another value")
  precondition(again.bytes == written, "it is written in another form the second time")
}

/// The same lines come out however the bytes fall.
private func cutIntoLines(_ bytes: [UInt8]) {
  let whole = lines(of: bytes, in: [bytes.count])
  // Pieces whose lengths follow from the bytes themselves.
  let pieces = bytes.map { 1 + Int($0) % 9 }
  precondition(lines(of: bytes, in: pieces) == whole, "the pieces change the lines")
  precondition(lines(of: bytes, in: [1]) == whole, "single bytes change the lines")
}

private func lines(of bytes: [UInt8], in lengths: [Int]) -> [[UInt8]] {
  var (frames, found, rest, turn) = (LineFrames(limit: 24), [[UInt8]](), bytes[...], 0)
  while !rest.isEmpty {
    let piece = rest.prefix(max(1, lengths[turn % lengths.count]))
    (rest, turn) = (rest.dropFirst(piece.count), turn + 1)
    frames.append(piece)
    do {
      while let line = try frames.next() { found.append(line) }
    } catch {
      return found + [Array("too long".utf8)]
    }
  }
  return found
}
