// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// A process that was started here and is waited for here.
struct ChildProcess {
  struct NotStarted: Error { let errno: Int32 }

  let pid: pid_t

  /// - Parameter streams: what become its standard input, output and error.
  init(
    _ program: String, _ arguments: [String], environment: [String: String], folder: String, streams: [Int32]
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    for (number, stream) in streams.enumerated() {
      posix_spawn_file_actions_adddup2(&actions, stream, Int32(number))
    }
    // The shell goes to the folder and becomes the program: the same process.
    let shell = ["sh", "-c", "cd \"$0\" && exec \"$@\"", folder, program]
    let words = (shell + arguments).map { strdup($0) } + [nil]
    let settings = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for text in words + settings { free(text) } }
    var pid: pid_t = 0
    let failure = posix_spawn(&pid, "/bin/sh", &actions, nil, words, settings)
    guard failure == 0 else { throw NotStarted(errno: failure) }
    self.pid = pid
  }

  /// - Returns: the exit status; 128 and its number when a signal ended the process.
  func wait() -> Int32 {
    var status: Int32 = 0
    while waitpid(self.pid, &status, 0) < 0, errno == EINTR {}
    let signal = status & 0x7f
    return signal == 0 ? (status >> 8) & 0xff : 128 + signal
  }

  /// The most memory that the running program has held at once; `nil` when the system does not say.
  func peakKilobytes() -> Int? {
    guard let status = try? String(contentsOfFile: "/proc/\(self.pid)/status", encoding: .utf8) else { return nil }
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
    return line?.split(separator: " ").dropFirst().first.flatMap { Int($0) }
  }
}
