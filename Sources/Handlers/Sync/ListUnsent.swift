// SPDX-License-Identifier: Apache-2.0

public import Storage
import Vocabulary

/// What a device has to send, in the order in which one record builds on another.
public enum ListUnsent: RecordOperation {
  public static let name = "sync.unsent"
  public static let roles = Set<Role>.team

  /// - Parameter input: how many at most.
  public static func perform(_ input: Int, on records: Records, in practice: Practice) throws -> [UnsentRecord] {
    let screenings = try records.unsentScreenings(limit: input)
    let parents = Dictionary(
      try records.screenings(screenings.compactMap(\.supersedes)).map { ($0.id, $0.content(by: practice.hash)) },
      uniquingKeysWith: { first, _ in first })
    let unsent: [UnsentRecord] = screenings.map { screening in
      guard let parent = screening.supersedes, let content = parents[parent] else { return .screening(screening) }
      return .amendment(screening, parentContent: content)
    }
    guard unsent.count < input else { return unsent }
    return unsent
      + (try records.unsentConfirmations(limit: input - unsent.count)).map {
        .confirmation(child: $0.child, $0.confirmation)
      }
  }
}
