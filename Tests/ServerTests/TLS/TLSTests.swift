// SPDX-License-Identifier: Apache-2.0

import Foundation
import MadeUpService
import NIOSSL
import Testing

@testable import Server

/// The service behind certificates as `Ops/certificates` makes them.
@Suite struct TLSTests {
  /// Two authorities, each with a server of 127.0.0.1 and a device.
  private struct Certificates: Sendable {
    let folder: TemporaryFolder

    init() throws {
      self.folder = try TemporaryFolder()
      for authority in ["a", "b"] {
        try self.run("ca", self.path(authority))
        try self.run("server", self.path(authority), "server", "127.0.0.1")
        try self.run("device", self.path(authority), "device")
      }
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

    func server(_ authority: String, devicesOf devices: String? = nil) -> TLSFiles {
      TLSFiles(
        certificates: self.path("\(authority)/server.pem"), key: self.path("\(authority)/server.key"),
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

  private static let made = Task { (try Certificates(), try await TestService()) }

  /// The answer to a sign-in; `nil` when the connection was ended instead.
  private static func signIn(
    _ port: Int, _ service: TestService, _ certificates: Certificates, trusting authority: String,
    device: String? = nil, most: TLSVersion = .tlsv13
  ) async throws -> String? {
    var tls = try certificates.client(trusting: authority, device: device)
    tls.maximumTLSVersion = most
    let peer = try await SocketPeer(port: port, tls: tls)
    try await peer.send(Scenario.opening.replacing("TOKEN", with: service.token) + "\n")
    let line = try await peer.line()
    try await peer.close()
    return line.map(Scenario.brief)
  }

  @Test func aPeerThatTrustsTheAuthorityIsAnsweredOverTLS13Only() async throws {
    let (certificates, service) = try await Self.made.value
    try await service.listening(try TestService.options(.tls(certificates.server("b")))) { port, _ in
      #expect(try await Self.signIn(port, service, certificates, trusting: "b") == "0:ok")
      #expect(try await Self.signIn(port, service, certificates, trusting: "a") == nil)
      #expect(try await Self.signIn(port, service, certificates, trusting: "b", most: .tlsv12) == nil)
      let plain = try await SocketPeer(port: port)
      try await plain.send(Scenario.call(1) + "\n")
      let answer = try await plain.line()
      #expect(answer?.contains("result") != true, "plain text is no way in")
      try await plain.close()
    }
  }

  @Test func aDeviceNeedsACertificateOfTheNamedAuthority() async throws {
    let (certificates, service) = try await Self.made.value
    let options = try TestService.options(.tls(certificates.server("b", devicesOf: "b")))
    try await service.listening(options) { port, _ in
      let ours = try await Self.signIn(port, service, certificates, trusting: "b", device: "b")
      #expect(ours == "0:ok")
      #expect(try await Self.signIn(port, service, certificates, trusting: "b", device: "a") == nil)
      #expect(try await Self.signIn(port, service, certificates, trusting: "b") == nil)
    }
  }

  @Test func whoSendsNoMoreStillGetsAnswersOverTLS() async throws {
    let (certificates, service) = try await Self.made.value
    try await service.listening(try TestService.options(.tls(certificates.server("b")))) { port, _ in
      let peer = try await SocketPeer(port: port, tls: try certificates.client(trusting: "b"))
      try await peer.send(
        Scenario.opening.replacing("TOKEN", with: service.token) + "\n" + Scenario.call(1, "screener.list") + "\n")
      try await peer.shutDown()
      #expect(try await peer.line().map(Scenario.brief) == "0:ok")
      #expect(try await peer.line().map(Scenario.brief) == "1:ok")
      #expect(try await peer.line() == nil)
    }
  }

  @Test func changedFilesAreTakenIntoUseAndOpenConnectionsStay() async throws {
    let (certificates, service) = (try Certificates(), try await TestService())
    let options = try TestService.options(.tls(certificates.server("a"))) { $0.recheck = 20 }
    try await service.listening(options) { port, _ in
      let open = try await SocketPeer(port: port, tls: try certificates.client(trusting: "a"))
      try await open.send(Scenario.opening.replacing("TOKEN", with: service.token) + "\n")
      #expect(try await open.line().map(Scenario.brief) == "0:ok")
      #expect(try await Self.signIn(port, service, certificates, trusting: "b") == nil)
      try certificates.swap()
      try await open.wait(milliseconds: 200)
      #expect(try await Self.signIn(port, service, certificates, trusting: "b") == "0:ok")
      try await open.send(Scenario.call(1) + "\n")
      #expect(try await open.line().map(Scenario.brief) == "1:ok")
      try await open.close()
    }
  }

  @Test func filesThatDoNotBelongTogetherAreRefusedAndWhatWasInUseStays() async throws {
    let certificates = try Certificates()
    let mixed = TLSFiles(
      certificates: certificates.path("a/server.pem"), key: certificates.path("b/server.key"), clientAuthority: nil)
    #expect(throws: (any Error).self) { try ServerCertificates(mixed) }
    let held = try ServerCertificates(certificates.server("a"))
    #expect(try held.reload() == false)
    let context = held.context
    try Data("no certificate".utf8).write(to: URL(filePath: certificates.path("a/server.pem")))
    #expect(throws: (any Error).self) { try held.reload() }
    #expect(held.context === context)
  }
}
