// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// The files that make one definition.
public struct DefinitionFiles: Sendable, Hashable {
  /// By name without a folder: `screener.yaml` and the side files it names. Never a licence holder's local file.
  public let files: [String: [UInt8]]
  /// SHA-256 of the licence holder's local content that the definition was filled in with; `nil` where none was.
  public let localSHA256: Digest?
  public let localEdition: String?

  public init(files: [String: [UInt8]], localSHA256: Digest? = nil, localEdition: String? = nil) {
    self.files = files
    self.localSHA256 = localSHA256
    self.localEdition = localEdition
  }
}

/// How definitions come from files and go into the archive: reading and writing live at the rim.
public struct DefinitionSource: Sendable {
  /// The files of a definition in use, exactly those that it was read from, by `id@version`.
  public let files: @Sendable (String) throws -> DefinitionFiles
  /// Reads a definition from archived files. Throws its findings when it can't be used.
  public let read: @Sendable (DefinitionFiles) throws -> ScreenerDefinition

  public init(
    files: @escaping @Sendable (String) throws -> DefinitionFiles,
    read: @escaping @Sendable (DefinitionFiles) throws -> ScreenerDefinition
  ) {
    self.files = files
    self.read = read
  }
}
