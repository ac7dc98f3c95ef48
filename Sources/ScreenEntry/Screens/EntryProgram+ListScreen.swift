// SPDX-License-Identifier: Apache-2.0

import Screening
import Vocabulary

/// The cohort list on a full screen.
extension EntryProgram {
  func listBody(_ columns: Int, _ room: Int) -> [Screen.Draft] {
    let found = self.found
    let search = self.searched.isEmpty ? "" : "   search: \(self.searched)_"
    let shown = self.filter?.rawValue ?? "all"
    var lines = DisplayColumns.wrapped(self.roster.counts, to: columns - 2).map { Screen.Draft(" " + $0, .bold) }
    lines += [Screen.Draft(" shown: \(shown)\(search)"), Screen.Draft()]
    guard !found.isEmpty else { return lines + [Screen.Draft("   no child")] }
    let height = max(1, room - lines.count - 1)
    let selected = found.firstIndex { $0.id == self.selected } ?? 0
    // Pages, so that the list stands still while the choice moves.
    let first = selected / height * height
    for child in found[first..<min(found.count, first + height)] { lines.append(self.listLine(child)) }
    if found.count > height {
      lines.append(Screen.Draft("   \(first + 1) to \(min(found.count, first + height)) of \(found.count)"))
    }
    return lines
  }

  private func listLine(_ child: RosterChild) -> Screen.Draft {
    let isSelected = child.id == self.selected
    let name = DisplayColumns.padded(child.name, to: 26)
    let reference = DisplayColumns.padded(child.reference, to: 9)
    let style = isSelected ? TextStyle.reversed : .plain
    let state = TextStyle(reversed: isSelected, colour: child.state.group.colour)
    var line = Screen.Draft([
      ("\(isSelected ? ">" : " ") \(name) \(child.birthDate) \(reference) ", style),
      ("\(child.state.group.sign) \(child.state)", state),
    ])
    line.fills = isSelected
    return line
  }
}
