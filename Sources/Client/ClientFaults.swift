// SPDX-License-Identifier: Apache-2.0

import NIOCore
import NIOSSL
import StrictJSON
public import Vocabulary
import Wire

extension Fault.Code {
  /// Nobody answers at the address.
  public static let serviceUnreachable = Fault.Code("service.unreachable", .unavailable)
  /// It answered and then the connection ended; whether a call was carried out is not known.
  public static let serviceEnded = Fault.Code("service.connection-ended", .unavailable)
  /// What answers shows no certificate that is trusted.
  public static let serviceNotTrusted = Fault.Code("service.not-trusted", .unavailable)
  /// The service wants a certificate of this side, and has none that it takes.
  public static let serviceCertificateRefused = Fault.Code("service.certificate-refused", .notAllowed)
  /// A certificate or a key of this side can't be used.
  public static let serviceCertificate = Fault.Code("service.certificate", .badInput)
  public static let serviceNotLoopback = Fault.Code("service.not-loopback", .usage)
  /// What answers does not speak as elsec does.
  public static let serviceNotElsec = Fault.Code("service.not-elsec", .unavailable)
  /// A call is longer than the service takes.
  public static let serviceLineTooLong = Fault.Code("service.line-too-long", .badInput)
}

extension Fault {
  /// What went wrong on the way, told for whoever can do something about it.
  static func onTheWay(_ error: any Error, to address: ServiceAddress, isConnected: Bool) -> Fault {
    if let fault = error as? Fault { return fault }
    let text = "\(error)".uppercased()
    if text.contains("CERTIFICATE_VERIFY_FAILED") || error as? NIOSSLExtraError == .failedToValidateHostname {
      return Fault(
        .serviceNotTrusted, "the service's certificate is not one that is trusted for this address", at: "\(address)",
        maybe: "name the team's own authority with --ca, and the service by a name in its certificate", cause: error)
    }
    if text.contains("ALERT") {
      return Fault(
        .serviceCertificateRefused, "the service does not take this device's certificate", at: "\(address)",
        maybe: "give one that has not ended with --cert and --key; 'Ops/certificates device' makes them", cause: error)
    }
    if isConnected {
      return Fault(
        .serviceEnded, "the connection to the service ended", at: "\(address)", maybe: "try again", cause: error)
    }
    return Fault(
      .serviceUnreachable, "no service answers", at: "\(address)",
      maybe: "check the address and that 'elsec serve' runs there", cause: error)
  }

  /// A refusal as the wire tells it. The service's sentences name nobody.
  static func refused(_ error: JSONValue, by method: String) -> Fault {
    let number = error["code"]?.whole.flatMap { RPCError.Number(rawValue: $0) } ?? .internalError
    let data = error["data"]
    let hint = data?["hint"]?.text.map { $0.hasPrefix("maybe: ") ? String($0.dropFirst(7)) : $0 }
    let code = Fault.Code(data?["code"]?.text ?? "service.refused", number.kind)
    if number == .notSignedIn {
      return Fault(
        code, "the service does not take this token", maybe: "have an administrator run 'elsec user add'")
    }
    return Fault(
      code, "the service refused '\(method)': \(number.message.lowercased())", at: data?["path"]?.text, maybe: hint)
  }
}

extension RPCError.Number {
  /// Who has to act.
  fileprivate var kind: Fault.Kind {
    switch self {
    case .notSignedIn, .notAllowed: .notAllowed
    case .notFound, .changedMeanwhile, .cancelled: .notSo
    case .tooManyRequests, .storeNotAvailable, .keyInProgress, .methodNotFound: .unavailable
    case .internalError: .defect
    case .parse, .invalidRequest, .invalidParams, .lineTooLong, .keyReused, .notValid: .badInput
    }
  }
}
