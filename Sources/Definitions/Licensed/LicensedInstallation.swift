// SPDX-License-Identifier: Apache-2.0

public import Screening
import Vocabulary

/// A licence holder's file that has been checked with the shape it completes, ready to be copied.
public struct LicensedInstallation: Sendable {
  public struct File: Sendable {
    /// The name it gets in the ``LicensedFolder``.
    public let name: String
    public let bytes: [UInt8]
  }

  /// The completed screener.
  public let definition: ScreenerDefinition
  public let holder: String
  /// The manifest under the name it is looked for by, the content file, and the norm files that it names.
  public let files: [File]

  /// - Parameter path: the manifest, `ID.local.yaml`; the files it names lie beside it.
  /// - Throws: the first finding in the manifest, in the content, or in the screener completed by it, whose message says
  ///   how many more there are; `definition.not-found` when there is no such screener.
  public init(manifest path: String, screeners: ScreenerFolder) throws {
    let file = DefinitionFile(path)
    let manifest = try file.value { root, findings in LicensedManifest(root, findings) }
    let shape = screeners.readings.first {
      $0.shape == ScreenerReference(id: manifest.screener, version: manifest.version)
    }
    guard let shape else {
      throw Fault(
        .definitionNotFound,
        "there is no screener \(manifest.screener)@\(manifest.version)",
        at: path,
        maybe: "see 'elsec screener list' for the ones there are"
      )
    }
    let reading = ScreenerReading(at: shape.path, completedBy: path)
    let definition = try reading.checked()
    guard definition.edition == manifest.edition else {
      throw Fault(
        .definitionWrongValue,
        "\(manifest.screener) needs no licence holder's file",
        at: path,
        maybe: "it scores as it is"
      )
    }
    let folder = FileBytes.parent(of: path)
    let shipped = Set(FileBytes.names(in: FileBytes.parent(of: shape.path)))
    let tables = (definition.norms.map(\.file) + definition.lookups.map(\.file)).filter { !shipped.contains($0) }
    self.definition = definition
    self.holder = manifest.holder
    self.files =
      [File(name: "\(manifest.screener).local.yaml", bytes: file.bytes)]
      + (try ([manifest.content] + Set(tables).sorted()).map { name in
        File(name: name, bytes: try FileBytes.read(FileBytes.join(folder, name)))
      })
  }
}
