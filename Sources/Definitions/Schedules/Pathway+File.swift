// SPDX-License-Identifier: Apache-2.0

public import Scheduling
import Vocabulary

extension Pathway {
  /// Reads `Schedules/pathways/<name>.yaml`. A pathway that is returned has no findings.
  ///
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    let file = DefinitionFile(path)
    let decoder = PathwayDecoder(findings: file.findings)
    self = try file.value { root, findings in
      guard let pathway = decoder.pathway(root), findings.isEmpty else { return nil }
      for finding in pathway.findings() {
        findings.add(
          Fault(
            Fault.Code(finding.code, .badInput),
            finding.message,
            at: place(of: PathStep.steps(finding.path), in: root).description,
            maybe: finding.hint
          )
        )
      }
      return pathway
    }
  }
}
