// SPDX-License-Identifier: Apache-2.0

import Client
import MadeUpService
import StrictJSON
import Testing
import Vocabulary

@testable import Server

/// The client against the service on a real socket.
@Suite struct ServiceConnectionTests {
  private static let made = Task { (try TestCertificates(), try await TestService()) }

  private static func refusal(_ address: ServiceAddress, token: String) async -> Fault.Code? {
    do {
      await (try ServiceConnection.open(to: address, token: token, client: "test")).close()
      return nil
    } catch {
      return (error as? Fault)?.code
    }
  }

  @Test func whoSignsInIsGreetedAndCallsAreAnsweredEachWithItsOwn() async throws {
    let (_, service) = try await Self.made.value
    try await service.listening(try TestService.options()) { port, _ in
      let address = try ServiceAddress(host: "127.0.0.1", port: port, transport: .plain)
      let connection = try await ServiceConnection.open(to: address, token: service.token, client: "test")
      #expect(connection.greeting.user == "Ada" && connection.greeting.role == "admin")
      #expect(connection.greeting.methods.contains("sync.push"))
      let children = try await withThrowingTaskGroup(of: (String, String?).self) { group in
        for number in 1...6 {
          group.addTask {
            let reply = try await connection.call("child.get", ["child": .text("c\(number)")])
            return ("c\(number)", reply["child"]?["id"]?.text)
          }
        }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(children.count == 6 && children.allSatisfy { $0.0 == $0.1 })
      let fault = await #expect(throws: Fault.self) { try await connection.call("child.get", ["child": .text("none")]) }
      #expect(fault?.code.kind == .notSo)
      let long = JSONObject(dictionaryLiteral: ("child", .text(String(repeating: "x", count: 1_100_000))))
      let tooLong = await #expect(throws: Fault.self) { try await connection.call("child.get", long) }
      #expect(tooLong?.code == .serviceLineTooLong)
      // The connection is none the worse for it.
      _ = try await connection.call("screener.list")
      await connection.close()
      let closed = await #expect(throws: Fault.self) { try await connection.call("screener.list") }
      #expect(closed?.code.kind == .unavailable)
    }
  }

  @Test func aTokenThatIsNobodysIsToldAsSuch() async throws {
    let (_, service) = try await Self.made.value
    try await service.listening(try TestService.options()) { port, _ in
      let address = try ServiceAddress(host: "127.0.0.1", port: port, transport: .plain)
      #expect(await Self.refusal(address, token: "wrong") == Fault.Code("access.unknown-person", .notAllowed))
    }
  }

  @Test func whereNobodyAnswersTheFaultSaysSo() async throws {
    let address = try ServiceAddress(host: "127.0.0.1", port: 1, transport: .plain)
    #expect(await Self.refusal(address, token: "x") == .serviceUnreachable)
  }

  @Test func bothSidesKnowEachOtherByTheirCertificates() async throws {
    let (certificates, service) = try await Self.made.value
    let options = try TestService.options(.tls(certificates.server("b", devicesOf: "b")))
    try await service.listening(options) { port, _ in
      func address(trusting authority: String?, device: String?) throws -> ServiceAddress {
        try ServiceAddress(
          host: "127.0.0.1", port: port,
          transport: .tls(
            .init(
              authority: authority.map { certificates.path("\($0)/ca.pem") },
              certificate: device.map {
                .init(file: certificates.path("\($0)/device.pem"), key: certificates.path("\($0)/device.key"))
              })))
      }
      #expect(await Self.refusal(try address(trusting: "b", device: "b"), token: service.token) == nil)
      #expect(await Self.refusal(try address(trusting: "a", device: "b"), token: service.token) == .serviceNotTrusted)
      #expect(await Self.refusal(try address(trusting: nil, device: "b"), token: service.token) == .serviceNotTrusted)
      for device in ["a", nil] {
        let refused = await Self.refusal(try address(trusting: "b", device: device), token: service.token)
        #expect(refused == .serviceCertificateRefused, "\(device ?? "none")")
      }
      let plain = try ServiceAddress(host: "127.0.0.1", port: port, transport: .plain)
      #expect(await Self.refusal(plain, token: service.token)?.kind == .unavailable)
    }
  }

  @Test func aCertificateOfAnotherNameIsNotTrusted() async throws {
    let (certificates, service) = try await Self.made.value
    try await service.listening(try TestService.options(.tls(certificates.server("b", named: "elsewhere")))) {
      port, _ in
      let trust = ServiceAddress.Trust(authority: certificates.path("b/ca.pem"))
      for host in ["localhost", "127.0.0.1"] {
        let address = try ServiceAddress(host: host, port: port, transport: .tls(trust))
        let refused = await Self.refusal(address, token: service.token)
        #expect(refused == .serviceNotTrusted, "\(host): \(refused?.name ?? "none")")
      }
    }
  }
}
