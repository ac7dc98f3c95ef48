// SPDX-License-Identifier: Apache-2.0

import Cohorts
import Handlers
import Storage
import Vocabulary

/// A school big enough that something may be said about it.
enum Crowd {
  static let summary = SummariseCohort.Input(
    screener: Wrenmoor.screener,
    year: AcademicYear(of: Wrenmoor.testDate),
    dimensions: [],
    filter: RowFilter(),
    today: day(2026, 12, 1),
    audience: "local authority"
  )

  /// Of every six children three are green, two amber and one red.
  static func drafts(_ numbers: ClosedRange<Int>) -> [ScreeningDraft] {
    numbers.map { number in
      let sheet = [Sheet.green, Sheet.amber, Sheet.green, Sheet.amber, Sheet.green, Sheet.red][number % 6]
      return ScreeningDraft("k\(padded(number, to: 3))", sheet)
    }
  }

  static func children(_ numbers: ClosedRange<Int>) -> [ChildRecord] {
    numbers.map { Wrenmoor.child("k\(padded($0, to: 3))") }
  }
}

extension Service {
  /// Ninety-six children, sixty-six of them screened.
  static func ofACrowd() async throws -> Service {
    let service = try await Service.ofWrenmoor(Crowd.children(1...96))
    try await service.record(Crowd.drafts(1...66))
    return service
  }

  func summarise(_ input: SummariseCohort.Input = Crowd.summary) async throws -> ReleasedTable {
    try await self.run(SummariseCohort.self, input, as: .planLead)
  }

  func releases() async throws -> [ReleaseRecord] { try await self.run(ListReleases.self, (), as: .auditor) }
}
