// SPDX-License-Identifier: Apache-2.0

import Foundation
import MadeUpService
import NIOSSL
import Testing

@testable import Server

/// The service behind certificates as `Ops/certificates` makes them.
@Suite struct TLSTests {
  private static let made = Task { (try TestCertificates(), try await TestService()) }

  /// The answer to a sign-in; `nil` when the connection was ended instead.
  private static func signIn(
    _ port: Int, _ service: TestService, _ certificates: TestCertificates, trusting authority: String,
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
    let (certificates, service) = (try TestCertificates(), try await TestService())
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
    let certificates = try TestCertificates()
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
