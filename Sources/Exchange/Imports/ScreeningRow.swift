// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One child's answers, or another system's result, from a file: the named columns, and every other column
/// as it stands.
///
/// Which of the other columns are items, and which codes they take, is for the screener to say; a column
/// name of another system can be mapped when the file is read.
public struct ScreeningRow: ImportedRow, Hashable {
  public struct Answer: Sendable, Hashable {
    /// An item code, or a score that another system has worked out.
    public let column: String
    public let text: String

    public init(column: String, text: String) {
      self.column = column
      self.text = text
    }
  }

  public let child: String
  public let testDate: CivilDate
  /// When given, checked against the child's record by whoever takes the row.
  public let birthDate: CivilDate?
  public let homeLanguage: String?
  public let weeksGestation: Int?
  /// Who screened.
  public let examiner: String?
  /// Why a child of the cohort has no answers: absent, opted out, left, …
  public let notScreened: String?
  /// In which language every answer of the row was given, where it was not the usual one.
  public let answerLanguage: HomeLanguage?
  /// A vendor's version of an imported result.
  public let edition: String?
  /// In the order of the file's columns, empty cells left out.
  public let answers: [Answer]

  public var identity: String? { "\(self.child) \(self.testDate)" }
  public static let identityColumn = "child_ref"

  public static let layout = ImportLayout(
    "screenings",
    [
      .required("child_ref", also: ["child_id", "pupil_id"]), .required("test_date", also: ["date"]),
      .init("birth_date", also: ["date_of_birth", "dob"]), .init("home_language"), .init("weeks_gestation"),
      .init("examiner", also: ["screened_by"]), .init("not_screened", also: ["not_screened_reason"]),
      .init("answer_language"), .init("edition"),
    ],
    isPersonal: true,
    takesOtherColumns: true
  )

  public init?(_ cells: inout ImportCells) {
    let child = cells.required("child_ref")
    let testDate = cells.requiredDate("test_date")
    self.birthDate = cells.date("birth_date")
    self.homeLanguage = cells.text("home_language")
    self.weeksGestation = cells.integer("weeks_gestation", 22...44)
    self.examiner = cells.text("examiner")
    self.notScreened = cells.text("not_screened")
    self.answerLanguage = cells.checked("answer_language")
    self.edition = cells.text("edition")
    self.answers = cells.others.map { Answer(column: $0.name, text: $0.text) }
    if let birthDate = self.birthDate, let testDate, testDate < birthDate {
      cells.problem(
        .importContradiction,
        "test_date",
        "the test date is before the birth date",
        "check both years"
      )
    }
    if self.answers.isEmpty, self.notScreened == nil, testDate != nil {
      cells.problem(
        .importMissing,
        "not_screened",
        "the row has no answers and no reason",
        "give the answers, or say why the child was not screened"
      )
    }
    if !self.answers.isEmpty, self.notScreened != nil {
      cells.problem(
        .importContradiction,
        "not_screened",
        "the row has answers and a reason for having none",
        "take one of the two away"
      )
    }
    guard cells.problems.isEmpty, let child, let testDate else { return nil }
    self.child = child
    self.testDate = testDate
  }
}
