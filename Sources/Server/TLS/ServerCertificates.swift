// SPDX-License-Identifier: Apache-2.0

import Glibc
import NIOSSL
import Synchronization
import Vocabulary

/// The server's certificate and whom it trusts, read again when a file changes: connections that are open keep theirs.
final class ServerCertificates: Sendable {
  private let files: TLSFiles
  private let state: Mutex<(context: NIOSSLContext, stamp: [Int])>

  /// - Throws: `server.certificate`.
  init(_ files: TLSFiles) throws {
    self.files = files
    // Looked at first: a file that changes while it is read is read again.
    let stamp = Self.stamp(files)
    self.state = Mutex((try Self.context(files), stamp))
  }

  var context: NIOSSLContext { self.state.withLock { $0.context } }

  /// Takes changed files into use.
  ///
  /// - Returns: whether there was a change.
  /// - Throws: `server.certificate`; what was in use stays in use then.
  func reload() throws -> Bool {
    let stamp = Self.stamp(self.files)
    guard self.state.withLock({ $0.stamp }) != stamp else { return false }
    let context = try Self.context(self.files)
    self.state.withLock { $0 = (context, stamp) }
    return true
  }

  private static func context(_ files: TLSFiles) throws -> NIOSSLContext {
    do {
      var configuration = TLSConfiguration.makeServerConfiguration(
        certificateChain: try NIOSSLCertificate.fromPEMFile(files.certificates).map { .certificate($0) },
        privateKey: .privateKey(try NIOSSLPrivateKey(file: files.key, format: .pem)))
      configuration.minimumTLSVersion = .tlsv13
      configuration.applicationProtocols = []
      if let authority = files.clientAuthority {
        configuration.trustRoots = .file(authority)
        configuration.certificateVerification = .noHostnameVerification
      } else {
        configuration.certificateVerification = .none
      }
      return try NIOSSLContext(configuration: configuration)
    } catch {
      throw Fault(
        .serverCertificate, "a certificate or its key can't be used", at: files.certificates,
        maybe: "check that key and certificate belong together and are in PEM form", cause: error)
    }
  }

  private static func stamp(_ files: TLSFiles) -> [Int] {
    [files.certificates, files.key, files.clientAuthority].compactMap(\.self).flatMap { path -> [Int] in
      var status = stat()
      guard stat(path, &status) == 0 else { return [0, 0, 0] }
      return [status.st_mtim.tv_sec, status.st_mtim.tv_nsec, Int(status.st_ino)]
    }
  }
}
