// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Screening
import Testing
import Vocabulary

@Suite struct ScreenerFolderTests {
  /// A folder of screeners: the demo under each of `names`, changed by a pair of texts.
  private func folder(_ changes: [(name: String, old: String, new: String)]) throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    for change in changes {
      let demo = try DemoScreener()
      try demo.replace(change.old, with: change.new)
      try FileManager.default.copyItem(atPath: demo.folder.path, toPath: "\(folder.path)/\(change.name)")
    }
    return folder
  }

  @Test func theNewestVersionIsTakenUnlessOneIsNamed() throws {
    let folder = try self.folder([
      ("old", "version: 1.2.0 ", "version: 1.9.0 "), ("new", "version: 1.2.0 ", "version: 1.10.0 "),
    ])
    let catalogue = try ScreenerFolder(folder: folder.path)
    #expect(try catalogue.find(named: "elsec.open-demo").version.description == "1.10.0")
    #expect(try catalogue.find(named: "elsec.open-demo@1.9.0").version.description == "1.9.0")
  }

  @Test func aDraftIsOnlyTakenWhenItsVersionIsNamed() throws {
    let folder = try self.folder([("draft", "status: demo ", "status: draft ")])
    let screeners = try ScreenerFolder(folder: folder.path)
    let fault = #expect(throws: Fault.self) { try screeners.find(named: "elsec.open-demo") }
    #expect(fault?.message == "no version of elsec.open-demo is in use")
    #expect(try screeners.find(named: "elsec.open-demo@1.2.0").status == .draft)
  }

  @Test func oneVersionInTwoFoldersIsRefused() throws {
    let folder = try self.folder([
      ("a", "status: demo ", "status: demo "), ("b", "status: demo ", "status: demo "),
    ])
    let fault = #expect(throws: Fault.self) { try ScreenerFolder(folder: folder.path) }
    #expect(
      fault?.message == "elsec.open-demo@1.2.0 stands in two folders, also in \(folder.path)/a/screener.yaml"
    )
    #expect(fault?.place == "\(folder.path)/b/screener.yaml")
  }

  @Test func aBrokenScreenerIsListedAndSaysWhyWhenItIsWanted() throws {
    let folder = try self.folder([("broken", "status: demo ", "status: dem ")])
    let catalogue = try ScreenerFolder(folder: folder.path)
    #expect(catalogue.definitions == [])
    #expect(catalogue.readings.map(\.findings.count) == [1])
    let fault = #expect(throws: Fault.self) { try catalogue.find(named: "elsec.open-demo") }
    #expect(fault?.message == "one of demo, draft, active, retired is wanted here, not 'dem'")
  }

  @Test(arguments: [
    ("elsec.open-dmeo", "there is no screener elsec.open-dmeo", "'elsec.open-demo' was meant"),
    ("wellcomm", "there is no screener wellcomm", "there is elsec.open-demo@1.2.0"),
    ("elsec.open-demo@9.0.0", "there is no screener elsec.open-demo@9.0.0", "there is elsec.open-demo@1.2.0"),
    ("elsec.open-demo@one", "'one' is no version of three numbers", "write it like elsec.open-demo@1.2.0"),
  ])
  func aScreenerThatIsNotThereIsAnsweredWithWhatIs(_ name: String, _ message: String, _ hint: String) throws {
    let folder = try self.folder([("demo", "status: demo ", "status: demo ")])
    let fault = try #require(
      #expect(throws: Fault.self) { try ScreenerFolder(folder: folder.path).find(named: name) }
    )
    #expect(fault.message == message)
    #expect(fault.hint == hint)
  }

  @Test func aMissingFolderIsAFault() {
    let fault = #expect(throws: Fault.self) { try ScreenerFolder(folder: "/nowhere/Screeners") }
    #expect(fault?.code == .definitionFileMissing)
    #expect(fault?.place == "/nowhere/Screeners")
  }

  @Test func aDefinitionThatWaitsForALicenceFileLoadsAndItsCasesAreNotWorked() throws {
    let folder = try self.folder([("shell", "ship: true}", "ship: structure-only, needs: [wording, cuts]}")])
    let reading = ScreenerReading(at: "\(folder.path)/shell")
    #expect(reading.findings.map(\.description) == [])
    #expect(reading.definition?.licence.needs == ["wording", "cuts"])
    #expect(reading.workedCases == 0)
  }
}
