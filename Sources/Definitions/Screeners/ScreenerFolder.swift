// SPDX-License-Identifier: Apache-2.0

public import Screening
public import Vocabulary

/// Every screener of a `Screeners` folder: one folder an instrument version, each with a `screener.yaml`. A folder
/// without one may hold such folders itself, as `shells` does; deeper ones are not looked for.
public struct ScreenerFolder: Sendable {
  /// In the order of the folders' names; with findings or without.
  public let readings: [ScreenerReading]

  /// Sorted by id, then from the newest version to the oldest. Only definitions without findings.
  public let definitions: [ScreenerDefinition]

  /// - Throws: `definition.file-missing` when the folder is not there, `definition.duplicate-key` when two
  ///   folders hold the same id and version. A screener with findings is not an error here; see ``readings``.
  public init(folder: String, licensed: LicensedFolder? = nil) throws {
    guard FileBytes.isFolder(folder) else {
      throw Fault(
        .definitionFileMissing,
        "the folder of screeners is not there",
        at: folder,
        maybe: "set ELSEC_CONTENT to the folder that holds Screeners and Schedules"
      )
    }
    self.readings = Self.files(in: folder).map { ScreenerReading(at: $0, licensed: licensed) }
    var paths: [String: String] = [:]
    for reading in self.readings {
      guard let definition = reading.definition else { continue }
      let name = "\(definition.id)@\(definition.version)"
      if let other = paths.updateValue(reading.path, forKey: name) {
        throw Fault(
          .definitionDuplicateKey,
          "\(name) stands in two folders, also in \(other)",
          at: reading.path,
          maybe: "raise the version of one, or remove it"
        )
      }
    }
    self.definitions = self.readings.compactMap(\.definition).sorted {
      $0.id == $1.id ? $0.version > $1.version : $0.id < $1.id
    }
  }

  private static func files(in folder: String) -> [String] {
    FileBytes.names(in: folder).flatMap { name -> [String] in
      let inner = FileBytes.join(folder, name)
      if let file = Self.file(in: inner) { return [file] }
      return FileBytes.names(in: inner).compactMap { Self.file(in: FileBytes.join(inner, $0)) }
    }
  }

  private static func file(in folder: String) -> String? {
    let file = FileBytes.join(folder, "screener.yaml")
    return FileBytes.exists(file) ? file : nil
  }

  /// The version of `id` in use, or the one asked for; see ``Screening/ScreenerCatalogue/definition(_:)``.
  ///
  /// - Throws: `definition.not-found` naming what there is; the screener's own findings when it is there and
  ///   can't be used.
  public func find(_ id: ScreenerID, version: ScreenerVersion? = nil) throws -> ScreenerDefinition {
    if self.definitions.contains(where: { $0.id == id && (version == nil || $0.version == version) }) {
      return try ScreenerCatalogue(self.definitions).definition(ScreenerReference(id: id, version: version))
    }
    let broken = self.readings.first { $0.definition == nil && $0.id == id }
    if let broken { _ = try broken.checked() }
    let near = nearest(to: id.rawValue, among: self.definitions.map(\.id.rawValue))
    let known = self.definitions.map { "\($0.id)@\($0.version)" }.joined(separator: ", ")
    throw Fault(
      .definitionNotFound,
      "there is no screener \(id)\(version.map { "@\($0)" } ?? "")",
      maybe: near.map { "'\($0)' was meant" } ?? (known.isEmpty ? "install one" : "there is \(known)")
    )
  }

  /// The files that a definition in use was read from, by name.
  ///
  /// - Throws: as ``find(named:)``.
  public func files(of text: String) throws -> [String: [UInt8]] {
    let definition = try self.find(named: text)
    return self.readings.first { $0.definition?.hash == definition.hash }?.files ?? [:]
  }

  /// Reads `elsec.open-demo` or `elsec.open-demo@1.2.0`.
  public func find(named text: String) throws -> ScreenerDefinition {
    let parts = text.split(separator: "@", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return try self.find(ScreenerID(text)) }
    guard let version = ScreenerVersion(parts[1]) else {
      throw Fault(
        .malformed,
        "'\(parts[1])' is no version of three numbers",
        maybe: "write it like \(parts[0])@1.2.0"
      )
    }
    return try self.find(ScreenerID(String(parts[0])), version: version)
  }
}
