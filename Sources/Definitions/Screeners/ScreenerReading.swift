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
  /// - Parameter path: the definition file, or the folder that holds `screener.yaml`.
  public init(at path: String) {
    let path = FileBytes.isFolder(path) ? FileBytes.join(path, "screener.yaml") : path
    let file = DefinitionFile(path)
    self.init(file, SideFiles(folder: FileBytes.parent(of: path)), workingCases: true)
  }

  /// Reads and checks a definition whose files are at hand as bytes. Worked cases are not among them.
  ///
  /// - Parameters:
  ///   - files: as ``files`` gives them.
  ///   - name: what stands before the files' names in places: `archive`.
  public init(files: [String: [UInt8]], named name: String) {
    let sideFiles = SideFiles(files, named: name)
    let path = sideFiles.path(of: Self.fileName)
    self.init(DefinitionFile(path, bytes: files[Self.fileName] ?? []), sideFiles, workingCases: false)
  }

  /// What the definition file is called in its folder.
  public static let fileName = "screener.yaml"

  private init(_ file: DefinitionFile, _ sideFiles: SideFiles, workingCases: Bool) {
    let path = file.path
    let decoder = ScreenerDecoder(sideFiles, findings: file.findings)
    let definition = file.root.flatMap { decoder.definition($0, hash: sha256(file.bytes)) }
    // Meaning is judged only on a whole shape: a dropped part would be missed everywhere it is used.
    let shapeHolds = file.findings.faults.allSatisfy { $0.code == .definitionHashMismatch }
    if shapeHolds, let definition, let root = file.root {
      for finding in DefinitionCheck.findings(in: definition) {
        file.findings.add(Self.fault(for: finding, in: root, definition, folder: decoder.folder))
      }
    }
    self.workedCases =
      workingCases && file.findings.isEmpty
      ? definition.map { Self.workCases(of: $0, decoder.folder, file.findings) } ?? 0 : 0
    self.path = path
    self.files = sideFiles.read.merging([Self.fileName: file.bytes]) { _, definition in definition }
    self.id = if case .scalar(let id, _) = file.root?["id"]?.content { ScreenerID(id) } else { nil }
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
    _ definition: ScreenerDefinition,
    folder: String
  ) -> Fault {
    let at =
      Self.sideFilePlace(of: finding.path, definition, folder: folder)
      ?? place(of: finding.path.steps.map(PathStep.init), in: root).description
    return Fault(Fault.Code(finding.rule, .badInput), finding.message, at: at, maybe: finding.remedy)
  }

  /// `norms["all"].rows[3]` stands in line 5 of the table's own file, below the header.
  private static func sideFilePlace(
    of path: DefinitionPath,
    _ definition: ScreenerDefinition,
    folder: String
  ) -> String? {
    guard path.steps.count >= 4, path.steps[0] == .key("norms"), case .key(let id) = path.steps[1],
      path.steps[2] == .key("rows"), case .index(let row) = path.steps[3],
      let table = definition.norms.first(where: { $0.id.rawValue == id })
    else { return nil }
    return Place(file: FileBytes.join(folder, table.file), line: row + 2, column: 1).description
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
