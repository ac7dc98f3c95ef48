// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Fingerprints
import Handlers
import Server
import Storage
import Vocabulary

struct UserDeviceCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "device", abstract: "Say with which device a person's token is good.",
    discussion: """
      A service that asks for certificates (serve --client-ca) takes the token from that device alone; a session from \
      another one ends within half a minute. A renewed certificate of the same key is the same device.
      """)

  @Argument(help: "The person's name.")
  var name: String
  @Option(help: ArgumentHelp("The device's certificate, PEM.", valueName: "file"))
  var device: String?
  @Flag(help: "Good from any device.")
  var any = false
  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard (self.device != nil) != self.any else { throw ValidationError("give --device or --any") }
  }

  func run() async throws {
    let device = try self.device.map { try DeviceKey.hash(ofCertificateIn: $0, by: sha256) }
    try await self.options.session(for: "user device") {
      try await BindAccount.run(.init(name: self.name, device: device), in: $0.practice, as: $0.person)
    }
    Output.line(
      device.map { "\(self.name)'s token is good with the device \("\($0)".prefix(16)) alone" }
        ?? "\(self.name)'s token is good from any device")
  }
}
