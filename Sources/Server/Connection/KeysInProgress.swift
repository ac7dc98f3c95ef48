// SPDX-License-Identifier: Apache-2.0

import Storage
import Synchronization

/// Keys of calls that are being answered: the same key again, meanwhile, is told so and not queued behind the first.
final class KeysInProgress: Sendable {
  private struct Key: Hashable {
    let area: AreaID
    let person: String
    let text: String
  }

  enum Hold {
    case none
    case inProgress
    case held(area: AreaID, person: String, text: String)
  }

  private let keys = Mutex<Set<Key>>([])

  func hold(_ text: String?, of person: Principal) -> Hold {
    guard let text = text?.lowercased() else { return .none }
    let isFree = self.keys.withLock { $0.insert(Key(area: person.area, person: person.name, text: text)).inserted }
    return isFree ? .held(area: person.area, person: person.name, text: text) : .inProgress
  }

  func release(_ hold: Hold) {
    guard case .held(let area, let person, let text) = hold else { return }
    _ = self.keys.withLock { $0.remove(Key(area: area, person: person, text: text)) }
  }
}
