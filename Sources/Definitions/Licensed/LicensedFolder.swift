// SPDX-License-Identifier: Apache-2.0

import FoundationEssentials
public import Screening
public import Vocabulary

/// The folder of this machine with licence holders' files: wording, cuts and norms that no one else may have.
///
/// What is in it stays there: exports, record forms and the store are told the edition and the hash, never the content.
public struct LicensedFolder: Hashable, Sendable {
  public let path: String

  public init(_ path: String) { self.path = path }

  /// `ELSEC_LICENSED`, else `elsec/licensed` in the user's data folder (`XDG_DATA_HOME`, else `~/.local/share`).
  public static func locate() -> LicensedFolder {
    Self.locate(environment: ProcessInfo.processInfo.environment)
  }

  /// The same for a given environment; without `HOME` the folder lies in the current one.
  package static func locate(environment: [String: String]) -> LicensedFolder {
    func value(_ name: String) -> String? { environment[name].flatMap { $0.isEmpty ? nil : $0 } }
    if let named = value("ELSEC_LICENSED") { return LicensedFolder(named) }
    let data = value("XDG_DATA_HOME") ?? FileBytes.join(value("HOME") ?? "", ".local/share")
    return LicensedFolder(FileBytes.join(data, "elsec/licensed"))
  }

  /// Where the manifest of a screener lies, whether it is there or not.
  public func manifest(of screener: ScreenerID) -> String {
    FileBytes.join(self.path, "\(screener).local.yaml")
  }
}
