// SPDX-License-Identifier: Apache-2.0

import Testing
import Vocabulary

@Suite struct HomeLanguageTests {
  @Test(arguments: [("ENG", true), ("enb", true), ("POL", false), ("PNJA", false)])
  func aCodeSaysWhetherItIsEnglish(_ typed: String, _ english: Bool) throws {
    #expect(try HomeLanguage(validating: typed).isEnglish == english)
  }

  @Test(arguments: ["EN", "ENGLI", "E1G", "", "ÉNG"])
  func whatIsNotACodeIsRefused(_ typed: String) {
    #expect(HomeLanguage(typed) == nil)
  }

  @Test(arguments: [("f", Sex.female), ("M", .male), ("X", nil), ("", nil)])
  func aSexIsReadFromItsLetter(_ typed: String, _ sex: Sex?) {
    #expect(Sex(code: typed) == sex)
  }
}
