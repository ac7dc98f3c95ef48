// SPDX-License-Identifier: Apache-2.0

import Screening
import Testing
import Vocabulary

@Suite struct ScreenerCatalogueTests {
  static func definition(_ id: String, _ version: ScreenerVersion, _ status: ScreenerDefinition.Status)
    -> ScreenerDefinition
  {
    var definition = OpenDemo.definition
    definition.id = ScreenerID(id)
    definition.version = version
    definition.status = status
    return definition
  }

  static func catalogue() throws -> ScreenerCatalogue {
    try ScreenerCatalogue([
      definition("b", ScreenerVersion(1, 10, 0), .active), definition("b", ScreenerVersion(1, 9, 0), .active),
      definition("b", ScreenerVersion(2, 0, 0), .draft), definition("a", ScreenerVersion(1, 0, 0), .demo),
      definition("c", ScreenerVersion(1, 0, 0), .retired),
    ])
  }

  @Test(arguments: [
    ("b", "1.10.0"), ("b@1.9.0", "1.9.0"), ("b@2.0.0", "2.0.0"), ("a", "1.0.0"), ("c@1.0.0", "1.0.0"),
  ])
  func theLatestInUseIsFoundUnlessAVersionIsNamed(_ text: String, _ version: String) throws {
    let reference = try #require(ScreenerReference(text))
    #expect(reference.description == text)
    #expect(try Self.catalogue().definition(reference).version.description == version)
  }

  @Test(arguments: [
    ("x", "there is no screener x", "there are a, b, c"),
    ("b@3.0.0", "there is no version 3.0.0 of b", "there are 1.9.0 (active), 1.10.0 (active), 2.0.0 (draft)"),
    ("c", "no version of c is in use", "name one: 1.0.0 (retired)"),
  ])
  func whatIsNotThereIsAnsweredWithWhatIs(_ text: String, _ message: String, _ hint: String) throws {
    let reference = try #require(ScreenerReference(text))
    let catalogue = try Self.catalogue()
    let fault = #expect(throws: Fault.self) { try catalogue.definition(reference) }
    #expect(fault?.code == .screenerUnknown)
    #expect(fault?.message == message)
    #expect(fault?.hint == hint)
  }

  @Test func theSameVersionTwiceIsRefused() {
    let twice = [OpenDemo.definition, OpenDemo.definition]
    let fault = #expect(throws: Fault.self) { try ScreenerCatalogue(twice) }
    #expect(fault?.message == "elsec.open-demo 1.2.0 is defined twice")
  }

  @Test func idsAndVersionsAreListedInOrder() throws {
    let catalogue = try Self.catalogue()
    #expect(catalogue.ids.map(\.rawValue) == ["a", "b", "c"])
    #expect(catalogue.versions(of: ScreenerID("b")).map(\.description) == ["1.9.0", "1.10.0", "2.0.0"])
  }

  @Test(arguments: ["", "@1.0.0", "b@", "b@1", "b@1.0.0@2"]) func aReferenceHasAnIDAndAVersion(_ text: String) {
    #expect(ScreenerReference(text) == nil)
  }
}
