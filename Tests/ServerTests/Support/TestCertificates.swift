// SPDX-License-Identifier: Apache-2.0

import Foundation
import MadeUpService
import NIOSSL

@testable import Server

/// Two authorities, each with a server of 127.0.0.1 and a device; the second has a server of another name too.
struct TestCertificates: Sendable {
  let folder: TemporaryFolder

  init() throws {
    self.folder = try TemporaryFolder()
    for authority in ["a", "b"] {
      try self.run("ca", self.path(authority))
      try self.run("server", self.path(authority), "server", "127.0.0.1")
      try self.run("device", self.path(authority), "device")
    }
    try self.run("server", self.path("b"), "elsewhere", "elsewhere.example")
  }

  func path(_ name: String) -> String { "\(self.folder.path)/\(name)" }

  private func run(_ arguments: String...) throws {
    let process = Process()
    process.executableURL = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Ops/certificates")
    process.arguments = arguments
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotMade() }
  }

  struct NotMade: Error {}

  func server(_ authority: String, named name: String = "server", devicesOf devices: String? = nil) -> TLSFiles {
    TLSFiles(
      certificates: self.path("\(authority)/\(name).pem"), key: self.path("\(authority)/\(name).key"),
      clientAuthority: devices.map { self.path("\($0)/ca.pem") })
  }

  func client(trusting authority: String, device: String? = nil) throws -> TLSConfiguration {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.trustRoots = .file(self.path("\(authority)/ca.pem"))
    if let device {
      configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(self.path("\(device)/device.pem"))
        .map { .certificate($0) }
      configuration.privateKey = .privateKey(
        try NIOSSLPrivateKey(file: self.path("\(device)/device.key"), format: .pem))
    }
    return configuration
  }

  /// Puts the second authority's certificate in the place of the first one's.
  func swap() throws {
    for file in ["server.pem", "server.key"] {
      try Data(contentsOf: URL(filePath: self.path("b/\(file)")))
        .write(to: URL(filePath: self.path("a/\(file)")), options: .atomic)
    }
  }
}
