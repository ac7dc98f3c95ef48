// SPDX-License-Identifier: Apache-2.0

import Definitions
import Foundation
import Testing
import Vocabulary

@Suite struct ContentRootTests {
  let folder: TemporaryFolder

  init() throws {
    self.folder = try TemporaryFolder()
    for name in ["here/Screeners/x", "here/Schedules/x", "here/a/b/x", "half/Screeners/x", "away/x"] {
      try self.folder.write("", to: name)
    }
  }

  private func path(_ name: String) -> String { "\(self.folder.path)/\(name)" }

  private func locate(
    explicit: String? = nil,
    environment: String? = nil,
    executable: String = "",
    current: String = "away"
  ) throws -> String {
    try ContentRoot.locate(
      explicit: explicit,
      environment: environment,
      executable: executable.isEmpty ? nil : self.path(executable),
      current: self.path(current),
      installed: self.path("none")
    ).path
  }

  @Test func aPathThatIsGivenComesFirst() throws {
    #expect(try self.locate(explicit: self.path("here"), environment: self.path("half")) == self.path("here"))
  }

  @Test func theEnvironmentComesBeforeTheSearch() throws {
    #expect(try self.locate(environment: self.path("here")) == self.path("here"))
  }

  @Test func itIsFoundAboveTheExecutable() throws {
    #expect(try self.locate(executable: "here/a/b/elsec") == self.path("here"))
  }

  @Test func itIsFoundAboveTheCurrentFolder() throws {
    #expect(try self.locate(executable: "away/elsec", current: "here/a") == self.path("here"))
  }

  @Test func aFolderWithOnlyOneOfTheTwoIsPassedOver() throws {
    let fault = #expect(throws: Fault.self) { try self.locate(current: "half") }
    #expect(fault?.code == .contentNotFound)
  }

  @Test func whenNothingIsFoundTheFaultListsWhereItLooked() {
    let fault = #expect(throws: Fault.self) { try self.locate(executable: "away/bin/elsec") }
    #expect(
      fault?.message.hasPrefix(
        "no folder with Screeners and Schedules; looked in \(self.path("away/bin")), \(self.path("away"))"
      ) == true
    )
    #expect(fault?.message.hasSuffix(self.path("none")) == true)
    #expect(fault?.hint == "set ELSEC_CONTENT to the folder that holds both")
  }

  @Test(arguments: ["the path given", "ELSEC_CONTENT"])
  func aNamedFolderWithoutContentIsAFaultAndNoSearch(_ origin: String) {
    let half = self.path("half")
    let fault = #expect(throws: Fault.self) {
      try self.locate(
        explicit: origin == "ELSEC_CONTENT" ? nil : half,
        environment: origin == "ELSEC_CONTENT" ? half : nil,
        current: "here"
      )
    }
    #expect(fault?.message == "\(origin) names a folder without Screeners and Schedules")
    #expect(fault?.place == self.path("half"))
  }
}
