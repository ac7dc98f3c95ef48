// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
import Glibc
import Vocabulary

/// Whole files and byte streams, with faults that name the path.
enum Disk {
  /// The bytes of a file; `-` is standard input.
  static func read(_ path: String) throws -> [UInt8] {
    var bytes: [UInt8] = []
    try stream(path) { bytes.append(contentsOf: $0) }
    return bytes
  }

  static func text(_ path: String) throws -> String {
    guard let text = String(validating: try read(path), as: UTF8.self) else {
      throw Fault(.fileNotUTF8, "the file is not UTF-8 text", at: path, maybe: "save it as 'CSV UTF-8'")
    }
    return text
  }

  /// Hands over a file in pieces of at most 64 KiB; `-` is standard input.
  static func stream(_ path: String, _ body: ([UInt8]) throws -> Void) throws {
    let descriptor = path == "-" ? STDIN_FILENO : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Fault(.fileUnreadable, "the file can't be read: \(reason())", at: path, maybe: "check the path")
    }
    defer { if path != "-" { close(descriptor) } }
    while true {
      var count = 0
      let piece = [UInt8](unsafeUninitializedCapacity: 65_536) { buffer, filled in
        count = Glibc.read(descriptor, buffer.baseAddress, 65_536)
        filled = max(0, count)
      }
      if count < 0 {
        if errno == EINTR { continue }
        throw Fault(.fileUnreadable, "the file can't be read: \(reason())", at: path)
      }
      if count == 0 { return }
      try body(piece)
    }
  }

  /// Writes a whole file or nothing: into a sibling first, then renamed over `path`.
  static func write(_ text: String, to path: String) throws { try write(Array(text.utf8), to: path) }

  /// Writes a whole file or nothing, readable by its owner alone.
  static func write(_ bytes: [UInt8], to path: String) throws {
    let sink = try FileSink(path)
    do {
      try sink.write(bytes)
      try sink.commit()
    } catch {
      sink.discard()
      throw error
    }
  }

  /// Writes a file that is not there yet, readable by its owner alone.
  ///
  /// - Throws: `file.exists`.
  static func writeNew(_ text: String, to path: String) throws {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      guard errno == EEXIST else {
        throw Fault(.fileUnwritable, "the file can't be written: \(self.reason())", at: path, maybe: "check the folder")
      }
      throw Fault(.fileExists, "there is a file already", at: path, maybe: "choose another name")
    }
    let bytes = Array(text.utf8)
    let written = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
    guard written == bytes.count, fsync(descriptor) == 0, close(descriptor) == 0 else {
      throw Fault(.fileUnwritable, "the file can't be written: \(self.reason())", at: path)
    }
  }

  /// Whether nobody but its owner may read or write the file.
  static func isPrivate(_ path: String) throws -> Bool {
    var status = stat()
    guard stat(path, &status) == 0 else {
      throw Fault(.fileUnreadable, "the file can't be read: \(self.reason())", at: path, maybe: "check the path")
    }
    return status.st_mode & 0o077 == 0
  }

  /// - Parameter privately: only its owner may look into a folder that is made now.
  static func makeFolder(_ path: String, privately: Bool = false) throws {
    do {
      try FileManager.default.createDirectory(
        atPath: path, withIntermediateDirectories: true,
        attributes: privately ? [.posixPermissions: 0o700] : nil)
    } catch {
      throw Fault(.fileUnwritable, "the folder can't be made", at: path, maybe: "choose another place", cause: error)
    }
  }

  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func reason() -> String { String(cString: strerror(errno)) }
}

/// A file that appears whole at ``commit()`` or not at all. `-` is standard output, written as it comes.
final class FileSink {
  private let path: String
  private let draft: String
  private let descriptor: Int32
  private let early: EarlySync

  init(_ path: String) throws {
    self.path = path
    self.draft = "\(path).\(getpid()).part"
    self.descriptor =
      path == "-" ? STDOUT_FILENO : open(self.draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
    guard self.descriptor >= 0 else {
      throw Fault(.fileUnwritable, "the file can't be written: \(Disk.reason())", at: path, maybe: "check the folder")
    }
    self.early = EarlySync(self.descriptor)
  }

  func write(_ bytes: [UInt8]) throws { try bytes.withUnsafeBytes { try self.write($0) } }

  func write(_ bytes: UnsafeRawBufferPointer) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(self.descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw Fault(.fileUnwritable, "the file can't be written: \(Disk.reason())", at: self.path)
      }
      rest = rest.dropFirst(count)
    }
    if self.path != "-" { self.early.wrote(bytes.count) }
  }

  func commit() throws {
    guard self.path != "-" else { return }
    let failure = self.early.finish()
    guard failure == 0 else {
      throw Fault(.fileUnwritable, "the file can't be written: \(String(cString: strerror(failure)))", at: self.path)
    }
    guard fsync(self.descriptor) == 0, close(self.descriptor) == 0, rename(self.draft, self.path) == 0 else {
      throw Fault(.fileUnwritable, "the file can't be written: \(Disk.reason())", at: self.path)
    }
  }

  func discard() {
    guard self.path != "-" else { return }
    _ = self.early.finish()
    close(self.descriptor)
    unlink(self.draft)
  }
}

extension Fault.Code {
  static let fileNotUTF8 = Fault.Code("file.not-utf8", .badInput)
  static let fileExists = Fault.Code("file.exists", .cannotWrite)
  static let fileUnreadable = Fault.Code("file.unreadable", .badInput)
  static let fileUnwritable = Fault.Code("file.unwritable", .cannotWrite)
}
