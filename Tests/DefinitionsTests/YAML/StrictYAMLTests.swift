// SPDX-License-Identifier: Apache-2.0

import Definitions
import Testing
import Vocabulary

/// Reads `text` and gives `code at place: message | hint` for each finding.
func yamlFindings(_ text: String) -> [String] { yamlFindings([UInt8](text.utf8)) }

func yamlFindings(_ bytes: [UInt8]) -> [String] {
  let findings = Findings()
  _ = YAMLDocument.read(bytes, file: "f.yaml", findings: findings)
  return findings.faults.map { "\($0.code.name) at \($0.place ?? ""): \($0.message) | \($0.hint ?? "")" }
}

@Suite struct StrictYAMLTests {
  @Test(arguments: [
    (
      "a: 1\na: 2\n",
      "definition.duplicate-key at f.yaml:1:1: the key 'a' stands twice in one map | remove or rename the second 'a'"
    ),
    (
      "a: {b: 1, \"b\": 2}\n",
      "definition.duplicate-key at f.yaml:1:5: the key 'b' stands twice in one map | remove or rename the second 'b'"
    ),
    (
      "a: &x 1\nb: *x\n",
      "definition.outside-subset at f.yaml:1:4: the anchor '&x' stands here | write the value out wherever it is wanted"
    ),
    (
      "a: *x\n",
      "definition.outside-subset at f.yaml:1:4: an alias stands here | write the value out; '*name' is not read"
    ),
    (
      "a: !!int 3\n",
      "definition.outside-subset at f.yaml:1:4: the tag 'tag:yaml.org,2002:int' stands here | leave out words beginning with '!'; the key decides how its value is read"
    ),
    (
      "a: !mine {b: c}\n",
      "definition.outside-subset at f.yaml:1:4: the tag '!mine' stands here | leave out words beginning with '!'; the key decides how its value is read"
    ),
    (
      "<<: {b: c}\n",
      "definition.ambiguous at f.yaml:1:1: '<<' without quotes is an instruction to the reader to some readers of YAML | write it in quotes: \"<<\""
    ),
    ("a: 1\n\tb: 2\n", "definition.outside-subset at f.yaml:2:1: a tab stands in the line | use spaces"),
    ("a: x\ty\n", "definition.outside-subset at f.yaml:1:5: a tab stands in the line | use spaces"),
    (
      "a: 1\n---\nb: 2\n",
      "definition.outside-subset at f.yaml:2:1: a second document begins | one definition a file: remove the line '---'"
    ),
    (
      "%YAML 1.1\n---\na: 1\n",
      "definition.outside-subset at f.yaml:1:1: the line is a directive | leave out lines beginning with '%'"
    ),
    ("a: [1, 2\nb: 3\n", "definition.not-yaml at f.yaml:"),
    ("a: 'x\n", "definition.not-yaml at f.yaml:"),
    ("a:\n  b: 1\n c: 2\n", "definition.not-yaml at f.yaml:"),
    (
      "? [a, b]\n: c\n",
      "definition.outside-subset at f.yaml:1:3: a list or map stands as a key | use a word as the key"
    ),
    ("1: x\n", "definition.ambiguous at f.yaml:1:1: the key 1 is a number | write it in quotes: \"1\""),
    (
      "# nothing\n",
      "definition.not-yaml at f.yaml:1:1: the file is empty | start from a definition that works"
    ),
    (
      "\u{FEFF}a: 1\n",
      "definition.outside-subset at f.yaml:1:1: the file begins with a byte order mark | save it as UTF-8 without BOM"
    ),
    (
      "é: on\n",
      "definition.ambiguous at f.yaml:1:4: 'on' without quotes is true to some readers of YAML | write true, or \"on\" in quotes when it is a word"
    ),
  ])
  func whatReadersDisagreeOnIsRefused(_ text: String, _ finding: String) throws {
    let first = try #require(yamlFindings(text).first)
    #expect(first.hasPrefix(finding), "\(first)")
  }

  @Test func bytesThatAreNotUTF8AreRefusedByLine() {
    #expect(
      yamlFindings([0x61, 0x3A, 0x20, 0x62, 0x0A, 0x63, 0x3A, 0x20, 0xE9, 0x0A])
        == ["definition.not-yaml at f.yaml:2:1: the file is not UTF-8 | save it as UTF-8 without BOM"]
    )
  }

  @Test func aFileBeyondTheLimitIsRefusedUnread() {
    #expect(yamlFindings([UInt8](repeating: 0x20, count: YAMLDocument.sizeLimit + 1)).count == 1)
  }

  @Test(arguments: ["[", "{a: ", "- ", "a:\n "])
  func deepNestingIsRefusedAndNoCrash(_ opening: String) {
    #expect(!yamlFindings(String(repeating: opening, count: 100_000)).isEmpty)
  }

  @Test func aliasesThatUnfoldWithoutEndAreRefusedAtTheFirstAnchor() {
    let lines = (1...40).map { "a\($0): &a\($0) [*a\($0 - 1), *a\($0 - 1), *a\($0 - 1)]" }
    #expect(yamlFindings((["a0: &a0 x"] + lines).joined(separator: "\n")).count == 1)
  }

  @Test func whatAllReadersAgreeOnIsRead() {
    let text = """
      words: {plain: red amber, quoted: "NO", single: 'on', date: 2026-11-30, age: 3;06, year: 2026/27}
      numbers: [0, -1, 82, 0.90, 1.2.0]
      truth: [true, false]
      n: 2000
      """
    #expect(yamlFindings(text) == [])
  }

  @Test func everyNodeKnowsItsPlace() throws {
    let findings = Findings()
    let root = YAMLDocument.read([UInt8]("a:\n  b: [x,\n      y]\n".utf8), file: "f.yaml", findings: findings)
    let list = try #require(root?["a"]?["b"]?.list(findings))
    #expect(list.map(\.place.description) == ["f.yaml:2:7", "f.yaml:3:7"])
    #expect(root?["a"]?.entry("b")?.keyPlace == Place(file: "f.yaml", line: 2, column: 3))
  }
}
