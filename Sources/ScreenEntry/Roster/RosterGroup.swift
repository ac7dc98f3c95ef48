// SPDX-License-Identifier: Apache-2.0

/// What children of a cohort are counted as. The order is that of the counts on the screen.
public enum RosterGroup: String, Hashable, Sendable, CaseIterable {
  case toDo = "to do"
  case part = "part entered"
  case done
  case absent
  case notScreened = "not screened"
  case optedOut = "opted out"
  case outsideAge = "outside age"

  /// Stands before the words, so that the state is seen without colour.
  var sign: Character {
    switch self {
    case .toDo: "."
    case .part: "~"
    case .done: "x"
    case .absent: "-"
    case .notScreened: "="
    case .optedOut: "#"
    case .outsideAge: "!"
    }
  }

  var colour: TextStyle.Colour? {
    switch self {
    case .toDo: nil
    case .part: .yellow
    case .done: .green
    case .absent, .notScreened: .cyan
    case .optedOut, .outsideAge: .magenta
    }
  }
}
