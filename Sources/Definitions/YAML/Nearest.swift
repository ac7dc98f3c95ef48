// SPDX-License-Identifier: Apache-2.0

/// The entry of `candidates` most like `word`, when it is like enough to be what was meant: at most a third
/// of the letters (at least one, at most three) have to be changed, added, dropped or swapped with their neighbour.
package func nearest(to word: String, among candidates: some Sequence<String>) -> String? {
  let limit = min(3, max(1, word.count / 3))
  var best: (distance: Int, candidate: String)?
  for candidate in candidates where candidate != word {
    let distance = editDistance(Array(word.lowercased()), Array(candidate.lowercased()))
    if distance <= limit, distance < best?.distance ?? .max { best = (distance, candidate) }
  }
  return best?.candidate
}

/// Optimal string alignment: insertions, deletions, substitutions and swaps of neighbours.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
  guard !a.isEmpty else { return b.count }
  var before: [Int] = []
  var row = Array(0...b.count)
  for i in 1...a.count {
    var next = [i]
    for j in 0..<b.count {
      var distance = min(row[j + 1] + 1, next[j] + 1, row[j] + (a[i - 1] == b[j] ? 0 : 1))
      if i > 1, j > 0, a[i - 1] == b[j - 1], a[i - 2] == b[j] { distance = min(distance, before[j - 1] + 1) }
      next.append(distance)
    }
    (before, row) = (row, next)
  }
  return row[b.count]
}
