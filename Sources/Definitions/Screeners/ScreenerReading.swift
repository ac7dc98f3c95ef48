// SPDX-License-Identifier: Apache-2.0

import Fingerprints
public import Screening
public import Vocabulary

/// One `screener.yaml` as it was found: its definition when nothing is wrong with it, and else everything
/// that is.
public struct ScreenerReading: Sendable {
  /// The definition file.
  public let path: String
  /// The instrument's name where the file gives one, even when it can't be used.
  public let id: ScreenerID?
  /// Id and version, where the file gives both, even when it can't be used.
  let shape: ScreenerReference?
  /// `nil` exactly when there are findings.
  public let definition: ScreenerDefinition?
  /// In the order of the file, shape before meaning; each with `file:line:column` and a remedy.
  public let findings: [Fault]
  /// How many worked cases stand beside the definition; all agree with it when there are no findings.
  public let workedCases: Int
  /// The files that the definition was read from, by name: `screener.yaml` and the side files it names. Together
  /// they give the same definition again, see ``init(files:named:)``.
  public let files: [String: [UInt8]]

  /// Reads and checks a definition with its side files, and works the cases of `cases.csv` where there is
  /// one: a definition that scores them otherwise is not used.
  ///
  /// The definition's hash is the SHA-256 of the bytes of `screener.yaml`. It stands for the side files too,
  /// since the SHA-256 of each is written there and checked here.
  ///
  /// A shape that needs a licence holder's file is completed with the one that is installed, if any; else it loads, and
  /// does not score.
  ///
  /// - Parameters:
  ///   - path: the definition file, or the folder that holds `screener.yaml`.
  ///   - licensed: where licence holders' files are installed; `nil`: none are looked for.
  public init(at path: String, licensed: LicensedFolder? = nil) {
    self.init(at: path, manifest: { screener in licensed.map { $0.manifest(of: screener) } })
  }

  /// The same with the very manifest that would be installed.
  package init(at path: String, completedBy manifest: String) {
    self.init(at: path, manifest: { _ in manifest })
  }

  private init(at path: String, manifest: (ScreenerID) -> String?) {
    let path = FileBytes.isFolder(path) ? FileBytes.join(path, Self.fileName) : path
    let sideFiles = SideFiles(folder: FileBytes.parent(of: path))
    self.init(DefinitionFile(path), sideFiles, manifest: manifest, workingCases: true)
  }

  /// Reads and checks a definition whose files are at hand as bytes. Worked cases are not among them.
  ///
  /// - Parameters:
  ///   - files: as ``files`` gives them.
  ///   - name: what stands before the files' names in places: `archive`.
  ///   - licensed: where licence holders' files are installed; they are never among the bytes.
  public init(files: [String: [UInt8]], named name: String, licensed: LicensedFolder? = nil) {
    let sideFiles = SideFiles(files, named: name)
    let file = DefinitionFile(sideFiles.path(of: Self.fileName), bytes: files[Self.fileName] ?? [])
    self.init(
      file,
      sideFiles,
      manifest: { screener in licensed.map { $0.manifest(of: screener) } },
      workingCases: false
    )
  }

  /// What the definition file is called in its folder.
  public static let fileName = "screener.yaml"

  private init(
    _ file: DefinitionFile,
    _ sideFiles: SideFiles,
    manifest: (ScreenerID) -> String?,
    workingCases: Bool
  ) {
    let path = file.path
    let decoder = ScreenerDecoder(sideFiles, findings: file.findings)
    var definition = file.root.flatMap { decoder.definition($0, hash: sha256(file.bytes)) }
    var content: LicensedContent?
    if file.findings.isEmpty, var shape = definition, !shape.licence.needs.isEmpty,
      let path = manifest(shape.id), FileBytes.exists(path)
    {
      content = LicensedContent(completing: &shape, from: path, findings: file.findings)
      if content != nil { definition = shape }
    }
    // Meaning is judged only on a whole shape: a dropped part would be missed everywhere it is used.
    let shapeHolds = file.findings.faults.allSatisfy { $0.code == .definitionHashMismatch }
    if shapeHolds, let definition, let root = file.root {
      for finding in DefinitionCheck.findings(in: definition) {
        file.findings.add(Self.fault(for: finding, in: root, content, definition, folder: decoder.folder))
      }
    }
    self.workedCases =
      workingCases && file.findings.isEmpty
      ? definition.map { Self.workCases(of: $0, decoder.folder, file.findings) } ?? 0 : 0
    self.path = path
    self.files = sideFiles.read.merging([Self.fileName: file.bytes]) { _, definition in definition }
    self.id = if case .scalar(let id, _) = file.root?["id"]?.content { ScreenerID(id) } else { nil }
    self.shape = definition.map { ScreenerReference(id: $0.id, version: $0.version) }
    self.findings = file.findings.faults
    self.definition = file.findings.isEmpty ? definition : nil
  }

  /// - Throws: the first finding, whose message says how many more there are.
  public func checked() throws -> ScreenerDefinition {
    guard let definition = self.definition else {
      throw DefinitionFile.combined(self.findings, path: self.path)
    }
    return definition
  }

  /// Reports every case that differs, and returns how many there are.
  private static func workCases(of definition: ScreenerDefinition, _ folder: String, _ findings: Findings)
    -> Int
  {
    let path = FileBytes.join(folder, "cases.csv")
    guard let bytes = try? FileBytes.read(path) else { return 0 }
    let cases = WorkedCases.read(bytes, path: path, for: definition, findings: findings)
    // A definition that waits for a licence holder's file loads and does not score.
    guard definition.licence.needs.isEmpty else { return 0 }
    do {
      let screener = try PreparedScreener(definition)
      for fault in cases.flatMap({ $0.differences(under: screener) }) { findings.add(fault) }
    } catch {
      if let fault = error as? Fault { findings.add(fault) }
    }
    return cases.count
  }

  private static func fault(
    for finding: DefinitionFinding,
    in root: YAMLNode,
    _ content: LicensedContent?,
    _ definition: ScreenerDefinition,
    folder: String
  ) -> Fault {
    let steps = finding.path.steps.map(PathStep.init)
    let supplied = content?.place(of: steps)
    let sideFolder = supplied == nil ? folder : content.map { FileBytes.parent(of: $0.path) } ?? folder
    let at =
      Self.sideFilePlace(of: finding.path, definition, folder: sideFolder)
      ?? (supplied ?? place(of: steps, in: root)).description
    return Fault(Fault.Code(finding.rule, .badInput), finding.message, at: at, maybe: finding.remedy)
  }

  /// `norms["all"].rows[3]` stands in line 5 of the table's own file, below the header.
  private static func sideFilePlace(
    of path: DefinitionPath,
    _ definition: ScreenerDefinition,
    folder: String
  ) -> String? {
    guard path.steps.count >= 4, case .key(let part) = path.steps[0], case .key(let id) = path.steps[1],
      path.steps[2] == .key("rows"), case .index(let row) = path.steps[3]
    else { return nil }
    let files =
      switch part {
      case "norms":
        definition.norms.filter { $0.id.rawValue == id }.map(\.file)
          + definition.lookups.filter { $0.id.rawValue == id }.map(\.file)
      case "banks": definition.banks.filter { $0.id.rawValue == id }.map(\.file)
      default: [String]()
      }
    return files.first.map { Place(file: FileBytes.join(folder, $0), line: row + 2, column: 1).description }
  }
}

extension PathStep {
  init(_ step: DefinitionPath.Step) {
    switch step {
    case .key(let key): self = .key(key)
    case .index(let index): self = .index(index)
    }
  }
}
