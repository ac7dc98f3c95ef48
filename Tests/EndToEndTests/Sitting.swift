// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc

/// The program at a pseudo-terminal, with someone at the keys who reads along.
final class Sitting {
  struct NothingSuchShown: Error, CustomStringConvertible {
    let description: String
  }

  private static let setLock: UInt = 0x4004_5431
  private static let getNumber: UInt = 0x8004_5430

  private let leader: Int32
  /// Kept open, so that the terminal outlives the program.
  private let follower: Int32
  private let process: ChildProcess
  private var ended = false
  private var bytes: [UInt8] = []
  private var position = 0
  private var size: (columns: Int, rows: Int)

  /// - Parameter size: of the window; a terminal without one is a simple terminal.
  init(
    _ program: Program, _ arguments: [String], size: (columns: Int, rows: Int)? = nil,
    environment: [String: String] = [:]
  ) throws {
    // What posix_openpt, unlockpt and ptsname do; Glibc's module does not show them.
    self.leader = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
    var (lock, number) = (Int32(0), UInt32(0))
    guard self.leader >= 0, ioctl(self.leader, Self.setLock, &lock) == 0,
      ioctl(self.leader, Self.getNumber, &number) == 0
    else { throw NothingSuchShown(description: "no pseudo-terminal") }
    self.follower = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
    self.size = size ?? (80, 24)
    if let size { Self.set(size, on: self.follower) }
    let settings = program.environment.merging(size == nil ? [:] : ["TERM": "xterm"]) { $1 }.merging(environment) { $1 }
    self.process = try ChildProcess(
      Program.path, arguments, environment: settings, folder: program.folder.path,
      streams: [self.follower, self.follower, self.follower])
  }

  deinit {
    if !self.ended { self.kill() }
    close(self.leader)
    close(self.follower)
  }

  /// Everything on the screen so far, line ends as `\n`.
  var screen: String { String(decoding: self.bytes, as: UTF8.self) }

  func type(_ keys: String) {
    let bytes = Array(keys.utf8)
    _ = Glibc.write(self.leader, bytes, bytes.count)
  }

  /// Reads until `text` is on the screen, below what was read before.
  ///
  /// - Returns: what came up to and with it.
  @discardableResult
  func read(until text: String) throws -> String {
    let wanted = Array(text.utf8)
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      if let end = self.end(of: wanted) {
        defer { self.position = end }
        return String(decoding: self.bytes[self.position..<end], as: UTF8.self)
      }
      guard ContinuousClock.now < deadline, self.more() else {
        throw NothingSuchShown(description: "waited for '\(text)', the screen shows:\n\(self.screen)")
      }
    }
  }

  /// What the window shows now: a full screen is read off the bytes so far.
  var window: Window {
    var window = Window(columns: self.size.columns, rows: self.size.rows)
    window.take(self.screen)
    return window
  }

  /// Waits until the window shows `text`, and for what was being drawn with it.
  ///
  /// - Returns: the window's lines.
  @discardableResult
  func wait(for text: String, without other: String? = nil) throws -> [String] {
    let deadline = ContinuousClock.now + .seconds(30)
    while true {
      let lines = self.window.lines
      if lines.contains(where: { $0.contains(text) }), other.map({ o in !lines.contains { $0.contains(o) } }) ?? true {
        return lines
      }
      guard ContinuousClock.now < deadline, self.more() else {
        throw NothingSuchShown(description: "waited for '\(text)', the window shows:\n\(lines.joined(separator: "\n"))")
      }
    }
  }

  /// Another size of the window, and the signal that tells the program.
  func resize(_ columns: Int, _ rows: Int) {
    self.size = (columns, rows)
    Self.set(self.size, on: self.follower)
    Glibc.kill(self.process.pid, SIGWINCH)
  }

  func signal(_ number: Int32) { Glibc.kill(self.process.pid, number) }

  private static func set(_ size: (columns: Int, rows: Int), on terminal: Int32) {
    var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal, UInt(TIOCSWINSZ), &window)
  }

  /// SIGKILL, at once.
  func kill() {
    Glibc.kill(self.process.pid, SIGKILL)
    _ = self.process.wait()
    self.ended = true
  }

  /// Waits for the program to end by itself.
  func end() -> Int32 {
    let status = self.process.wait()
    self.ended = true
    while self.more(within: 0) {}
    return status
  }

  /// Whether the terminal echoes, edits lines and sends signals, as a shell leaves it.
  var isSane: Bool {
    var settings = termios()
    guard tcgetattr(self.follower, &settings) == 0 else { return false }
    let wanted = tcflag_t(ICANON | ECHO | ISIG)
    return settings.c_lflag & wanted == wanted
  }

  private func end(of wanted: [UInt8]) -> Int? {
    guard self.bytes.count - self.position >= wanted.count else { return nil }
    for start in self.position...(self.bytes.count - wanted.count)
    where self.bytes[start..<start + wanted.count].elementsEqual(wanted) {
      return start + wanted.count
    }
    return nil
  }

  /// Takes in what is shown within a time; `false` when nothing was.
  private func more(within milliseconds: Int32 = 10_000) -> Bool {
    var waiting = pollfd(fd: self.leader, events: Int16(POLLIN), revents: 0)
    guard poll(&waiting, 1, milliseconds) > 0 else { return false }
    var piece = [UInt8](repeating: 0, count: 4096)
    let count = Glibc.read(self.leader, &piece, piece.count)
    guard count > 0 else { return false }
    self.bytes += piece[..<count].filter { $0 != 0x0D }
    return true
  }
}
