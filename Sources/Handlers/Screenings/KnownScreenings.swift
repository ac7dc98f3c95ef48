// SPDX-License-Identifier: Apache-2.0

import Storage
import Vocabulary

/// What the records hold of the children that some drafts are about: asked for once, not once a draft.
struct KnownScreenings {
  private let children: [ChildID: ChildRecord]
  private var byID: [ScreeningID: ScreeningRecord]
  private var byChild: [ChildID: [ScreeningRecord]]

  /// - Parameter ids: those that new screenings are to have.
  init(of drafts: [ScreeningDraft] = [], ids: [ScreeningID] = [], in records: Records) throws {
    self.children = try records.children(Set(drafts.map(\.child)))
    let screenings = try records.screenings(ofChildren: self.children.keys.sorted())
    self.byChild = Dictionary(grouping: screenings, by: \.child)
    for child in self.children.keys where self.byChild[child] == nil { self.byChild[child] = [] }
    self.byID = Dictionary(screenings.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    // An id that is taken may be another child's.
    for screening in try records.screenings(ids.filter { self.byID[$0] == nil }) { self.byID[screening.id] = screening }
  }

  func child(_ id: ChildID) -> ChildRecord? { self.children[id] }
  func screening(_ id: ScreeningID) -> ScreeningRecord? { self.byID[id] }

  /// What is kept of the same child, screener, day and phase, by id: at most one of them is current, the others were
  /// superseded. Asks for a child whom no draft named.
  mutating func kept(
    like record: ScreeningRecord, in records: Records
  ) throws -> (current: ScreeningRecord?, all: [ScreeningRecord]) {
    try self.kept(of: record.child, record.screener, record.phase, on: record.testDate, in: records)
  }

  mutating func kept(
    of child: ChildID, _ screener: String, _ phase: ScreeningPhase, on day: CivilDate, in records: Records
  ) throws -> (current: ScreeningRecord?, all: [ScreeningRecord]) {
    let ofChild = try self.byChild[child] ?? records.screenings(ofChildren: [child])
    self.byChild[child] = ofChild
    let all = ofChild.filter { $0.screener == screener && $0.phase == phase && $0.testDate == day }
    let superseded = Set(ofChild.compactMap(\.supersedes))
    return (all.first { !superseded.contains($0.id) }, all)
  }

  mutating func add(_ record: ScreeningRecord) {
    self.byID[record.id] = record
    self.byChild[record.child, default: []].append(record)
  }
}
