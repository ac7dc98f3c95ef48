// SPDX-License-Identifier: Apache-2.0

import Foundation
import Glibc
import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

/// A server of a test's own, to stop and start.
private struct OwnServer: Sendable {
  let folder: String
  var url: String { "postgres://postgres@/postgres?host=\(self.folder)" }

  static func with(_ body: (OwnServer) async throws -> Void) async throws {
    let server = OwnServer(folder: "/tmp/elsec-outage-\(ProcessInfo.processInfo.processIdentifier)")
    try server.ops("start")
    do { try await body(server) } catch {
      try server.ops("remove")
      throw error
    }
    try server.ops("remove")
  }

  func ops(_ verb: String) throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let process = Process()
    process.executableURL = root.appending(path: "Ops/postgres")
    process.arguments = [verb, self.folder]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Fault(.storeDefect, "Ops/postgres \(verb) failed") }
  }

  /// The process that lets clients in.
  var process: pid_t? {
    let text = try? String(contentsOfFile: "\(self.folder)/data/postmaster.pid", encoding: .utf8)
    return text?.split(separator: "\n").first.flatMap { pid_t($0) }
  }
}

/// A socket that takes connections and never says a word.
private final class SilentServer {
  let folder = "/tmp/elsec-silent-\(ProcessInfo.processInfo.processIdentifier)"
  private let descriptor = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)

  init() throws {
    try FileManager.default.createDirectory(atPath: self.folder, withIntermediateDirectories: true)
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = "\(self.folder)/.s.PGSQL.5432"
    unlink(path)
    withUnsafeMutableBytes(of: &address.sun_path) { place in
      for (index, byte) in path.utf8.enumerated() { place[index] = byte }
    }
    let bound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(self.descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard bound == 0, listen(self.descriptor, 8) == 0 else { throw Fault(.storeDefect, "no socket") }
  }

  deinit {
    close(self.descriptor)
    try? FileManager.default.removeItem(atPath: self.folder)
  }
}

extension ServerTests {
  @Suite struct OutageTests {
    @Test func aServerThatIsStoppedAndStartedIsFoundAgain() async throws {
      try await OwnServer.with { server in
        try await ItemDatabase.with(on: server.url) { database in
          try await database.withDriver(connections: 4, patience: 600) { driver in
            let kept = Gathered(Set<String>())
            let denied = Gathered(Set<String>())
            let codes = Gathered(Set<Fault.Code>())
            let isOver = Gathered(false)
            try await withThrowingTaskGroup(of: Void.self) { group in
              for writer in 0..<6 {
                group.addTask {
                  for number in 0... {
                    if isOver.now { return }
                    let id = "\(writer)-\(number)"
                    var result = Result<Void, Fault>.success(())
                    let took = await milliseconds {
                      result = await outcome {
                        try await driver.write(in: .area("A"), sharing: writer % 2 == 0) { try $0.add(id) }
                      }
                    }
                    // Never hangs: its patience, a try of two seconds, and some for a busy machine.
                    #expect(took < 40_000, "\(took) ms")
                    switch result.code {
                    case nil: kept.change { _ = $0.insert(id) }
                    case .storeOutcomeUnknown?: break
                    case let code?:
                      denied.change { _ = $0.insert(id) }
                      codes.change { _ = $0.insert(code) }
                    }
                  }
                }
              }
              defer { isOver.change { $0 = true } }
              for _ in 0..<2 {
                try await Task.sleep(for: .milliseconds(500))
                try server.ops("stop")
                try await Task.sleep(for: .milliseconds(2_500))
                try server.ops("start")
                let before = kept.now.count
                #expect(try await eventually(within: 3_000) { kept.now.count > before + 20 })
              }
              isOver.change { $0 = true }
              try await group.waitForAll()
            }
            let found = try database.run("SELECT id FROM elsec.item")
            #expect(kept.now.subtracting(found).isEmpty, "lost")
            #expect(Set(found).count == found.count, "doubled")
            #expect(denied.now.isDisjoint(with: found), "kept, and said not to be")
            #expect(codes.now == [.storeUnavailable])
          }
        }
      }
    }

    @Test func aServerThatFallsSilentKeepsNobodyForEver() async throws {
      try await OwnServer.with { server in
        try await ItemDatabase.with(on: server.url) { database in
          let process = try #require(server.process)
          kill(process, SIGSTOP)
          defer { kill(process, SIGCONT) }
          var settings = ConnectionPool.Settings()
          settings.patience = 300
          let address = try database.address()
          let took = await milliseconds {
            let result = await outcome { _ = try await PostgresDriver.open(address, settings) }
            #expect(result.code == .storeUnavailable)
          }
          #expect(took < 40_000, "\(took) ms")
        }
      }
    }

    @Test func aHostThatIsDeadDoesNotHideTheNext() async throws {
      try await ItemDatabase.with { database in
        let silent = try SilentServer()
        let alive = try #require(database.url("elsec_app").split(separator: "host=").last)
        for dead in ["/tmp/elsec-no-such-folder", silent.folder] {
          let both = database.url("elsec_app").replacing("host=\(alive)", with: "host=\(dead),\(alive)")
          let took = try await milliseconds {
            let driver = try await PostgresDriver.open(try PostgresAddress(both), connections: 1)
            #expect(try await driver.read { try $0.number("SELECT 1") } == 1)
            try await driver.close()
          }
          #expect(took < 40_000, "\(took) ms")
        }
      }
    }
  }
}
