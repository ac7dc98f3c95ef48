// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
import Vocabulary

/// Events of a sitting as they are kept, and back.
extension EntryEventRecord {
  var event: EntryEvent? {
    switch (self.kind, self.item, self.code) {
    case (.answer, let item?, let code?): .answered(ItemCode(item), ResponseCode(code))
    case (.skip, let item?, _): .skipped(ItemCode(item))
    case (.back, _, _): .wentBack
    case (.note, _, let text?): .noted(text)
    case (.language, _, let code): .spoke(code ?? "")
    default: nil
    }
  }
}

extension Records {
  /// The sitting as it stood after its last kept event.
  func session(of entry: EntryRecord, _ screener: PreparedScreener, atMonths months: Int) throws -> EntrySession {
    let events = try self.events(of: entry.id).map { record in
      guard let event = record.event else {
        throw Fault(.storeCorrupt, "an event of the entry can't be read", at: "entry \(entry.id)")
      }
      return event
    }
    return try EntrySession(of: screener, atMonths: months, seed: entry.id.seed, replaying: events)
  }
}

extension EntryID {
  /// Draws among the best items of an adaptive section: another sitting, another draw; the same sitting, the same one
  /// each time it is taken up. FNV-1a over the id's bytes.
  var seed: UInt64 {
    self.rawValue.utf8.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
  }
}
