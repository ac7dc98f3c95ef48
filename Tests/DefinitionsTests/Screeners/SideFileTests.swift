// SPDX-License-Identifier: Apache-2.0

import Definitions
import Fingerprints
import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct SideFileTests {
  @Test func aChangedNormFileIsRefusedWithBothHashes() throws {
    let demo = try DemoScreener()
    try demo.replace("9.0,0.300", with: "9.1,0.300", in: "demo-total.lms.csv")
    let findings = demo.findings()
    #expect(findings.count == 1)
    let first = try #require(findings.first)
    #expect(
      first.hasPrefix(
        "definition.hash-mismatch at screener.yaml:67:5: the file 'demo-total.lms.csv' has the SHA-256 "
      )
    )
    #expect(first.contains("not 0cabb37d98e00bd96a46ae025c6f5817017a40ca97bad157c0dcb389515e0af1"))
    #expect(first.contains("put the published file back; or, if the change is meant, write the new SHA-256"))
  }

  @Test(arguments: [
    ("age_months,L,M,S", "age,L,M,S", "demo-total.lms.csv:1:1: the norm table begins with 'age,L,M,S'"),
    ("42,1.05,11.2,0.270", "42,1.05,x,0.270", "demo-total.lms.csv:3:3: the cell 'x' under M is no number"),
    ("42,1.05,11.2,0.270", "42,1.05,11.2", "demo-total.lms.csv:3:1: the row has 3 cells, not 4"),
    (
      "42,1.05,11.2,0.270", "42,1.05,nan,0.270", "demo-total.lms.csv:3:3: the cell 'nan' under M is no number"
    ),
  ])
  func aNormTableThatCannotBeReadIsRefusedByRowAndColumn(_ old: String, _ new: String, _ says: String) throws {
    let demo = try DemoScreener()
    try demo.replace(old, with: new, in: "demo-total.lms.csv")
    #expect(demo.findings().contains { $0.hasPrefix("definition.table at \(says)") }, "\(demo.findings())")
  }

  @Test func aRowThatBreaksARuleIsFoundInItsOwnFile() throws {
    let demo = try DemoScreener()
    try demo.replace("42,1.05,11.2,0.270", with: "42,1.05,11.2,-0.270", in: "demo-total.lms.csv")
    try demo.signNorms()
    #expect(demo.findings().contains { $0.contains("at demo-total.lms.csv:3:1: ") }, "\(demo.findings())")
  }

  @Test(arguments: [
    (
      "file: demo-total.lms.csv", "file: demo.csv",
      "definition.file-missing at screener.yaml:66:5: the file 'demo.csv' is not beside the definition"
    ),
    (
      "file: demo-total.lms.csv", "file: ../demo.csv",
      "definition.wrong-value at screener.yaml:66:11: the name of a file beside this one is wanted here"
    ),
    (
      "sha256: 0cabb37", "sha256: 0CABB37",
      "definition.wrong-value at screener.yaml:67:13: a SHA-256 of 64 digits 0-9 a-f is wanted here"
    ),
  ])
  func aSideFileThatCannotBeFoundIsRefused(_ old: String, _ new: String, _ says: String) throws {
    let demo = try DemoScreener()
    try demo.replace(old, with: new)
    #expect(try #require(demo.findings().first).hasPrefix(says), "\(demo.findings())")
  }

  @Test func aFolderWithoutADefinitionIsAFindingAndNoCrash() throws {
    let folder = try TemporaryFolder()
    let reading = ScreenerReading(at: folder.path)
    #expect(reading.findings.map(\.code.name) == ["definition.file-missing"])
    #expect(reading.findings.first?.place?.hasSuffix("/screener.yaml") == true)
  }

  @Test func theHashOfADefinitionIsThatOfItsFile() throws {
    let demo = try DemoScreener()
    let bytes = try Data(contentsOf: demo.folder.url.appending(path: "screener.yaml"))
    #expect(try ScreenerReading(at: demo.folder.path).checked().hash == sha256([UInt8](bytes)))
  }
}

extension DemoScreener {
  /// Writes the norm file's present SHA-256 into the definition.
  func signNorms() throws {
    let bytes = try Data(contentsOf: self.folder.url.appending(path: "demo-total.lms.csv"))
    try self.replace(
      "0cabb37d98e00bd96a46ae025c6f5817017a40ca97bad157c0dcb389515e0af1",
      with: sha256([UInt8](bytes)).description
    )
  }
}
