// SPDX-License-Identifier: Apache-2.0

public import Storage
public import Vocabulary

/// Adds and updates children and their identifiers in one transaction. Identifiers are kept apart from the
/// child's record and are never removed by an import that leaves them out.
public enum ImportChildren: Operation {
  public struct Draft: Sendable {
    public let child: ChildRecord
    public let upn: UPN?
    public let nhsNumber: NHSNumber?

    public init(child: ChildRecord, upn: UPN? = nil, nhsNumber: NHSNumber? = nil) {
      self.child = child
      self.upn = upn
      self.nhsNumber = nhsNumber
    }
  }

  public struct Input: Sendable {
    public let children: [Draft]
    public let apply: Bool

    public init(children: [Draft], apply: Bool) {
      self.children = children
      self.apply = apply
    }
  }

  public static let name = "children.import"
  public static let roles = Set<Role>.managing

  public static func perform(
    _ input: Input, in practice: Practice, as person: Principal
  ) async throws -> ImportReport {
    try await practice.change(apply: input.apply, as: person) { records in
      let changes = try input.children.map { draft in
        (record: draft.child.id.rawValue, change: try records.put(draft))
      }
      return ImportReport(applied: input.apply, changes)
    }
  }
}

extension Records {
  /// Keeps a child with the identifiers that are stated; those that are not stay as they are.
  ///
  /// - Throws: `record.not-valid`; `record.not-found` for a setting that is not kept.
  func put(_ draft: ImportChildren.Draft) throws -> Change {
    try Self.checkReference(of: draft)
    if let setting = draft.child.setting, try self.setting(setting) == nil {
      throw Fault(
        .notFound, "the setting of a child is not in the store", at: "child \(draft.child.id)",
        maybe: "import the settings first")
    }
    var changes = [try self.put(draft.child)]
    if let upn = draft.upn {
      changes.append(
        try self.put(
          ChildIdentifierRecord(child: draft.child.id, scheme: .upn, value: upn.text, purpose: "education records")))
    }
    if let number = draft.nhsNumber {
      changes.append(
        try self.put(
          ChildIdentifierRecord(child: draft.child.id, scheme: .nhsNumber, value: number.text, purpose: "direct care")))
    }
    return changes[0] == .unchanged && changes.contains { $0 != .unchanged } ? .changed : changes[0]
  }

  /// The reference stands in files, tables and the audit: an identifier of the child has no place there.
  private static func checkReference(of draft: ImportChildren.Draft) throws {
    let reference = draft.child.id.rawValue
    guard UPN(reference) == nil, NHSNumber(reference) == nil else {
      throw Fault(
        .notValid, "a child's reference is a UPN or an NHS number", at: "child_ref",
        maybe: "give every child a reference of your own, and the identifier in its own column")
    }
  }
}
