// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// Reading a whole store a page at a time: no page is held longer than it is looked at.
extension Records {
  /// Screenings by id, from the one after `id` on, superseded ones too unless told; of the children on one
  /// setting's roll, of one screener or one version of it. One trace of everyone shown.
  public func screeningPage(
    at setting: SettingID? = nil,
    screener: String? = nil,
    version: String? = nil,
    currentOnly: Bool = false,
    after id: ScreeningID? = nil,
    limit: Int = 500
  ) throws -> [ScreeningRecord] {
    let screenings: [ScreeningRecord] = try self.list(
      """
      WHERE area = $1 AND (CAST($2 AS text) IS NULL OR EXISTS (
          SELECT 1 FROM child
          WHERE child.area = screening.area AND child.id = screening.child AND child.setting = $2))
        AND (CAST($3 AS text) IS NULL OR screener = $3)
        AND (CAST($4 AS text) IS NULL OR version = $4)
        AND (CAST($5 AS bigint) = 0 OR NOT EXISTS (
          SELECT 1 FROM screening AS later
          WHERE later.area = screening.area AND later.supersedes = screening.id))
        AND (CAST($6 AS text) IS NULL OR id > $6)
      ORDER BY id LIMIT $7
      """,
      [setting, screener, version, currentOnly, id, limit]
    )
    try self.auditView("screening", "", of: screenings.map(\.child))
    return screenings
  }

  /// The screenings of those ids, superseded or not; ids that nobody has are passed over. One trace of everyone shown.
  public func screenings(_ ids: [ScreeningID]) throws -> [ScreeningRecord] {
    let found: [ScreeningRecord] = try self.list("id", among: ids)
    try self.auditView("screening", "", of: found.map(\.child))
    return found
  }

  /// Every screening of those children, superseded ones too, by id. One trace of everyone shown.
  public func screenings(ofChildren ids: [ChildID]) throws -> [ScreeningRecord] {
    let found: [ScreeningRecord] = try self.list("child", among: ids)
    try self.auditView("screening", "", of: found.map(\.child))
    return found.sorted { $0.id < $1.id }
  }

  /// The children of those ids, by id; ids that nobody has are passed over. One trace of everyone shown.
  public func children(_ ids: Set<ChildID>) throws -> [ChildID: ChildRecord] {
    let found: [ChildRecord] = try self.list("id", among: ids.sorted())
    let children = Dictionary(found.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    try self.auditView("child", "", of: children.keys.sorted())
    return children
  }
}

extension Records {
  /// Who gave the answers of a screening at first: the examiner of the first in its chain of amendments. Says
  /// nothing of the child, so it leaves no trace.
  func rater(of screening: ScreeningRecord) throws -> String {
    var first = screening
    while let id = first.supersedes, let earlier: ScreeningRecord = try self.find(key: [id]) { first = earlier }
    return first.by
  }
}
