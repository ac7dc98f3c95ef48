// SPDX-License-Identifier: Apache-2.0

import Vocabulary

extension ResponseSet {
  /// One character a code, in declared order: the first letter or digit of the code, in capitals, that no
  /// earlier code has taken. `{C, I, NR, NA}` is typed `C I N A`; `{ALW, SOM, NEV, NOB}` is `A S N O`.
  ///
  /// `nil` when some code has no character left, and for numbers, which are typed whole.
  package var keys: [Character]? {
    if self.isNumber { return nil }
    var keys: [Character] = []
    for option in self.options {
      let candidates = option.code.rawValue.uppercased().filter { $0.isLetter || $0.isNumber }
      guard let key = candidates.first(where: { !keys.contains($0) }) else { return nil }
      keys.append(key)
    }
    return keys
  }
}
