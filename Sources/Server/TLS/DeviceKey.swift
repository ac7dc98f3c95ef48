// SPDX-License-Identifier: Apache-2.0

import NIOSSL
public import Storage
public import Vocabulary

/// By what a device is known: a hash of its public key (SubjectPublicKeyInfo, as RFC 7469 pins one), which stays when
/// its certificate is renewed.
public enum DeviceKey {
  /// - Parameter path: a PEM file; the first certificate in it counts.
  /// - Throws: `server.certificate`.
  public static func hash(ofCertificateIn path: String, by hash: Hashing) throws -> Digest {
    do {
      guard let certificate = try NIOSSLCertificate.fromPEMFile(path).first else {
        throw NIOSSLError.failedToLoadCertificate
      }
      return try self.hash(of: certificate, by: hash)
    } catch {
      throw Fault(
        .serverCertificate, "a certificate can't be read", at: path,
        maybe: "give a device's certificate in PEM form; 'Ops/certificates device' makes one", cause: error)
    }
  }

  static func hash(of certificate: NIOSSLCertificate, by hash: Hashing) throws -> Digest {
    hash(try certificate.extractPublicKey().toSPKIBytes())
  }
}
