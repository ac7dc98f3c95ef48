// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// A person who has learnt what a visit asks for.
public struct AddedSkills: ProblemChange {
  public let staff: StaffID
  public let skills: Set<String>

  public init(_ staff: StaffID, _ skills: Set<String>) {
    self.staff = staff
    self.skills = skills
  }

  public var kind: ProblemChangeKind { .skill }
  public var subject: ProblemChangeSubject { ProblemChangeSubject(staff: self.staff, skills: self.skills.sorted()) }
  public var amount: Int { self.skills.count }

  public func applied(to problem: RotaProblem) throws -> RotaProblem {
    try problem.changing(self.staff) { $0.replacing(skills: $0.skills.union(self.skills)) }
  }

  public func words(in problem: RotaProblem) -> String {
    let skills = self.skills.sorted().map { "'\($0)'" }.joined(separator: " and ")
    return "the skill \(skills) for \(problem.name(of: self.staff))"
  }
}
