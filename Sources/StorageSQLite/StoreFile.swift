// SPDX-License-Identifier: Apache-2.0

import Glibc
import Storage
import Vocabulary

/// The store's file and folder, readable by their owner alone.
enum StoreFile {
  /// Sees that there is a file at `path`; an empty one is made when `creating`.
  static func prepare(_ path: String, creating: Bool) throws {
    guard access(path, F_OK) != 0 else { return }
    guard creating else {
      throw Fault(
        .storeUnavailable,
        "there is no store",
        at: path,
        maybe: "make one with 'elsec store init'"
      )
    }
    try self.makeFolder(of: path)
    let file = Glibc.open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw self.cannotWrite(path) }
    Glibc.close(file)
  }

  /// Makes the folders above `path` that are missing, with mode 0700.
  static func makeFolder(of path: String) throws {
    guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
    let folder = String(path[..<slash])
    guard access(folder, F_OK) != 0 else { return }
    try self.makeFolder(of: folder)
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST else { throw self.cannotWrite(folder) }
  }

  /// Has `write` fill a temporary file beside `path`, forces it to the disk, and gives it its name.
  ///
  /// - Throws: `store.cannot-write` when there is a file at `path` already.
  static func writeWhole(_ path: String, _ write: (String) throws -> Void) throws {
    guard access(path, F_OK) != 0 else {
      throw Fault(
        .storeCannotWrite,
        "there is a file already",
        at: path,
        maybe: "name another, or move it away"
      )
    }
    let temporary = "\(path).\(getpid()).\(UInt32.random(in: 0...UInt32.max)).part"
    let file = Glibc.open(temporary, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
    guard file >= 0 else { throw self.cannotWrite(path) }
    defer {
      Glibc.close(file)
      // A no-op once the file has its name.
      for suffix in ["", "-wal", "-shm", "-journal"] { unlink(temporary + suffix) }
    }
    try write(temporary)
    guard fsync(file) == 0, rename(temporary, path) == 0 else { throw self.cannotWrite(path) }
    try self.syncFolder(of: path)
  }

  /// Takes the file from everyone but its owner.
  static func makePrivate(_ path: String) throws {
    guard chmod(path, 0o600) == 0 else { throw self.cannotWrite(path) }
  }

  private static func syncFolder(of path: String) throws {
    let parent = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    let folder = Glibc.open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard folder >= 0 else { throw self.cannotWrite(parent) }
    defer { Glibc.close(folder) }
    guard fsync(folder) == 0 else { throw self.cannotWrite(parent) }
  }

  private static func cannotWrite(_ path: String) -> Fault {
    let why = String(cString: strerror(errno))
    return Fault(.storeCannotWrite, "the file cannot be written: \(why)", at: path)
  }
}
