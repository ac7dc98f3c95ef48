// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

extension Program {
  /// The service in the background; what it prints goes into `out` and `err`.
  func startService(_ arguments: String...) throws -> ChildProcess {
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let streams = [
      open("/dev/null", O_RDWR | O_CLOEXEC), open(self.path(of: "out"), flags, 0o600),
      open(self.path(of: "err"), flags, 0o600),
    ]
    defer { for stream in streams { close(stream) } }
    return try ChildProcess(
      Program.path, ["serve"] + arguments, environment: self.environment, folder: self.folder.path,
      streams: streams)
  }

  /// The port that the service says it listens on.
  func servicePort() async throws -> Int {
    for _ in 0..<200 {
      if let told = try self.read("out").wholeMatch(of: /listening on 127\.0\.0\.1:([0-9]+)\n/) {
        return try #require(Int(told.1))
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("the service did not begin: \(try self.read("err"))")
    return 0
  }
}
