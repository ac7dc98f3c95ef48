// SPDX-License-Identifier: Apache-2.0

import Server
import Testing
import Vocabulary

@Suite struct ServerOptionsTests {
  @Test(arguments: ["0.0.0.0", "::", "192.168.1.4", "elsec.example", "127.0.0.1.example", ""])
  func plainTextIsForThisMachineAlone(_ host: String) {
    let fault = #expect(throws: Fault.self) { try ServerOptions(host: host, port: 0, transport: .plain) }
    #expect(fault?.code == .serverNotLoopback && fault?.code.kind == .usage)
  }

  @Test(arguments: ["127.0.0.1", "::1", "localhost"]) func plainTextOnLoopbackIsTaken(_ host: String) throws {
    #expect(try ServerOptions(host: host, port: 0, transport: .plain).host == host)
  }

  @Test func withTLSAnyAddressIsTaken() throws {
    let files = TLSFiles(certificates: "a", key: "b", clientAuthority: nil)
    #expect(try ServerOptions(host: "0.0.0.0", port: 1, transport: .tls(files)).port == 1)
  }
}
