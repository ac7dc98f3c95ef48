// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Testing

/// `elsec serve` from its start to its end.
@Suite struct ServeTests {
  @Test func theDocumentIsPrintedWithoutAStore() async throws {
    try await Program.with { program in
      let first = try program.must("serve", "--openrpc")
      #expect((first.record["openrpc"] as? String)?.hasPrefix("1.3") == true)
      #expect((first.record["methods"] as? [[String: Any]])?.isEmpty == false)
      #expect(first.lines.count == 1 && first.errors.isEmpty)
      #expect(try program.must("serve", "--openrpc").output == first.output)
      #expect(!program.has("elsec.db"))
    }
  }

  @Test(arguments: [
    [], ["--plaintext", "--listen", "0.0.0.0:0"], ["--plaintext", "--listen", "nowhere"],
    ["--plaintext", "--listen", "127.0.0.1:70000"], ["--plaintext", "--tls-cert", "a", "--tls-key", "b"],
    ["--tls-cert", "a"], ["--plaintext", "--client-ca", "c"], ["--plaintext", "--workers", "99"],
    ["--plaintext", "--connections", "0"],
  ])
  func aWrongCallEndsWithStatus64(_ arguments: [String]) async throws {
    try await Program.with { program in
      let done = try program.run(["serve"] + arguments)
      #expect(done.status == 64, "\(done.errors)")
      #expect(done.errors.hasPrefix("elsec: ") && done.errors.contains("\n  maybe: "))
    }
  }

  @Test func aCertificateThatIsNoneIsBadInput() async throws {
    try await Program.with { program in
      try program.makeArea()
      try program.write("no certificate", to: "a.pem")
      let done = try program.run(
        "serve", "--listen", "127.0.0.1:0", "--tls-cert", program.path(of: "a.pem"), "--tls-key",
        program.path(of: "a.pem"))
      #expect(done.status == 65 && done.errors.contains("a.pem"))
    }
  }

  @Test(arguments: [SIGTERM, SIGINT]) func aSignalEndsTheServiceInOrder(_ signal: Int32) async throws {
    try await Program.with { program in
      try program.makeArea()
      let service = try program.startService("--plaintext", "--listen", "127.0.0.1:0")
      let port = try await program.servicePort()
      let second = try program.run("serve", "--plaintext", "--listen", "127.0.0.1:\(port)")
      #expect(second.status == 69 && second.errors.contains("--listen"))
      let third = try program.run(
        "serve", "--plaintext", "--listen", "127.0.0.1:0", "--metrics", "127.0.0.1:\(port)")
      #expect(third.status == 69, "the metrics' port is in use: \(third.errors)")
      let began = ContinuousClock.now
      kill(service.pid, signal)
      #expect(service.wait() == 0)
      #expect(ContinuousClock.now - began < .seconds(60))
      #expect(try program.read("err").split(separator: "\n").allSatisfy { $0.hasPrefix("{") })
    }
  }
}
