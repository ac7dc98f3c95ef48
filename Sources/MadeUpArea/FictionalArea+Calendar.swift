// SPDX-License-Identifier: Apache-2.0

extension FictionalArea {
  /// `calendar.csv`: terms and half-terms of both cycles (made up), the bank holidays of England, and in
  /// the week to be planned an INSET day at one school and a closure at a nursery.
  public var calendarFile: FictionalFile {
    let own = self.settings.filter { $0.cycle == .current }
    let school = own.first { !$0.isNursery }?.reference ?? ""
    let nursery = own.first { $0.isNursery }?.reference ?? ""
    return FictionalFile(
      name: "calendar.csv",
      header: "date,to,kind,setting,title",
      rows: Self.terms + Self.bankHolidays.map { [$0.0, "", "bank-holiday", "", $0.1] } + [
        ["2026-12-04", "", "inset", school, "INSET day (made up)"],
        ["2026-12-01", "2026-12-01", "closure", nursery, "Boiler replaced (made up)"],
      ]
    )
  }

  private static let terms = [
    ["2025-09-02", "2025-12-19", "term", "", "Autumn term (made up)"],
    ["2025-10-27", "2025-10-31", "half-term", "", "Autumn half-term (made up)"],
    ["2026-01-05", "2026-03-27", "term", "", "Spring term (made up)"],
    ["2026-02-16", "2026-02-20", "half-term", "", "Spring half-term (made up)"],
    ["2026-04-13", "2026-07-21", "term", "", "Summer term (made up)"],
    ["2026-05-25", "2026-05-29", "half-term", "", "Summer half-term (made up)"],
    ["2026-09-02", "2026-12-18", "term", "", "Autumn term (made up)"],
    ["2026-10-26", "2026-10-30", "half-term", "", "Autumn half-term (made up)"],
    ["2027-01-04", "2027-03-25", "term", "", "Spring term (made up)"],
    ["2027-02-15", "2027-02-19", "half-term", "", "Spring half-term (made up)"],
    ["2027-04-12", "2027-07-21", "term", "", "Summer term (made up)"],
    ["2027-05-31", "2027-06-04", "half-term", "", "Summer half-term (made up)"],
  ]

  /// As published on gov.uk.
  private static let bankHolidays = [
    ("2025-12-25", "Christmas Day"), ("2025-12-26", "Boxing Day"), ("2026-01-01", "New Year's Day"),
    ("2026-04-03", "Good Friday"), ("2026-04-06", "Easter Monday"), ("2026-05-04", "Early May bank holiday"),
    ("2026-05-25", "Spring bank holiday"), ("2026-08-31", "Summer bank holiday"),
    ("2026-12-25", "Christmas Day"), ("2026-12-28", "Boxing Day (substitute day)"),
    ("2027-01-01", "New Year's Day"), ("2027-03-26", "Good Friday"), ("2027-03-29", "Easter Monday"),
    ("2027-05-03", "Early May bank holiday"), ("2027-05-31", "Spring bank holiday"),
    ("2027-08-30", "Summer bank holiday"),
  ]
}
