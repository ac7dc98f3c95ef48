// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// An area's rules on how long what it keeps about a child is kept.
public struct RetentionPolicy: Sendable, Hashable {
  public let id: String
  public let title: String
  /// Who says so.
  public let source: String
  /// When that was looked up.
  public let dated: CivilDate
  public let classes: [RetentionClass]

  /// - Precondition: there is at least one class.
  public init(id: String, title: String, source: String, dated: CivilDate, classes: [RetentionClass]) {
    precondition(!classes.isEmpty, "a policy without a class")
    self.id = id
    self.title = title
    self.source = source
    self.dated = dated
    self.classes = classes
  }

  /// The first day on which everything about the child may be erased: that of the class that is kept longest.
  public func dueOn(_ facts: RetentionFacts) -> CivilDate {
    self.classes.map { $0.dueOn(facts) }.max() ?? facts.born
  }
}
