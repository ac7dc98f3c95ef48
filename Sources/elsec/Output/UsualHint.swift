// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension Fault.Kind {
  /// What to try where a fault says nothing better.
  var usualHint: String {
    switch self {
    case .notSo: "check the name or the id"
    case .usage: "elsec --help"
    case .badInput: "correct the value and run the command again"
    case .unavailable: "check the path, and that no other program holds the store"
    case .defect: "run it again, and report it with the command you gave"
    case .cannotWrite: "check the folder, its permissions and the space left"
    case .notAllowed: "ask whoever runs elsec for the right role"
    }
  }
}
