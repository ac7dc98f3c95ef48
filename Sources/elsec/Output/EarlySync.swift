// SPDX-License-Identifier: Apache-2.0

import Dispatch
import Glibc

/// Sends what was written to a file so far to the disk while more is being written, so that little is left to wait for
/// when the file is done.
///
/// The kernel tells of a failed write once: a failure met here is kept for ``finish()``. Unchecked, because `failure` is
/// touched on the serial queue alone.
final class EarlySync: @unchecked Sendable {
  /// Bytes between two starts.
  private static let every = 16 * 1_048_576

  private let descriptor: Int32
  private let queue = DispatchQueue(label: "elsec.early-sync")
  private var failure: Int32 = 0
  /// Touched by the writer alone.
  private var unsent = 0

  init(_ descriptor: Int32) { self.descriptor = descriptor }

  /// Says that `count` more bytes are written.
  func wrote(_ count: Int) {
    self.unsent += count
    guard self.unsent >= Self.every else { return }
    self.unsent = 0
    self.queue.async { if fdatasync(self.descriptor) != 0, errno != EINTR { self.failure = errno } }
  }

  /// Waits for what was started.
  ///
  /// - Returns: the error number of a write that failed; 0 when none did.
  func finish() -> Int32 { self.queue.sync { self.failure } }
}
