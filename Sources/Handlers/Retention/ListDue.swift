// SPDX-License-Identifier: Apache-2.0

public import Retention
public import Storage
public import Vocabulary

/// The children whose records have fallen due, by id; held ones too. Leaves a trace of everyone shown.
public enum ListDue: RecordOperation {
  public struct Output: Sendable {
    public struct Child: Sendable, Hashable {
      public let id: ChildID
      public let dueOn: CivilDate
      public let isHeld: Bool
    }

    public let policy: RetentionPolicy
    public let children: [Child]
  }

  public static let name = "child.due"
  public static let roles = Set<Role>.managing

  /// - Parameter input: what is due on this day or was before.
  public static func perform(_ input: CivilDate, on records: Records, in practice: Practice) throws -> Output {
    let policy = try practice.retention(records.area)
    let spans = try records.childSpans { policy.dueOn(RetentionFacts($0)) <= input }
    return Output(
      policy: policy,
      children: spans.map {
        Output.Child(id: $0.child, dueOn: policy.dueOn(RetentionFacts($0)), isHeld: $0.isHeld)
      })
  }
}

extension RetentionFacts {
  init(_ span: ChildSpan) { self.init(born: span.born, lastSeen: span.lastSeen, died: span.died) }
}
