// SPDX-License-Identifier: Apache-2.0

public import Retention
import Vocabulary

extension RetentionPolicy {
  /// Reads `Schedules/retention/<name>.yaml`.
  ///
  /// - Throws: the first finding with `file:line:column` and a remedy; the message says how many more.
  public init(definition path: String) throws {
    self = try DefinitionFile(path).value { root, findings in
      guard let map = MapReader(root, ScheduleKeys.retention, findings), hasFormat("retention/1", map) else {
        return nil
      }
      let id = map.text("id")
      let title = map.text("title")
      checkSource(map)
      let source = map["source"].flatMap { MapReader($0, ScheduleKeys.source, findings) }
      let classes = map.list("classes") { Self.recordClass($0, findings) } ?? []
      guard let id, let title, let name = source?.text("name"), let dated = source?.date("dated") else { return nil }
      guard !classes.isEmpty else {
        return map["classes"]?.reject("there is no class of records", findings, maybe: "write at least one")
      }
      return RetentionPolicy(id: id, title: title, source: name, dated: dated, classes: classes)
    }
  }

  private static let birthdays = 18...120

  private static func recordClass(_ node: YAMLNode, _ findings: Findings) -> RetentionClass? {
    guard let map = MapReader(node, ScheduleKeys.retentionClass, findings) else { return nil }
    let id = map.text("id")
    let title = map.text("title")
    let birthday = map.int("until-birthday", in: Self.birthdays)
    let lateEnd = map["late-end"].flatMap { Self.lateEnd($0, findings) }
    let years = map.int("years-after-death", in: 1...100)
    guard let id, let title, let birthday else { return nil }
    return RetentionClass(id: id, title: title, birthday: birthday, lateEnd: lateEnd, yearsAfterDeath: years)
  }

  private static func lateEnd(_ node: YAMLNode, _ findings: Findings) -> RetentionClass.LateEnd? {
    guard let map = MapReader(node, ScheduleKeys.lateEnd, findings) else { return nil }
    let age = map.int("seen-at-age", in: 0...25)
    let birthday = map.int("until-birthday", in: Self.birthdays)
    guard let age, let birthday else { return nil }
    return RetentionClass.LateEnd(age: age, birthday: birthday)
  }
}
