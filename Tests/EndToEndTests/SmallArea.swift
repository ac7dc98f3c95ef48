// SPDX-License-Identifier: Apache-2.0

import Testing

/// A made-up area of one nursery, no bigger than a test needs.
extension Program {
  static let settings = """
    URN,EstablishmentName,PhaseOfEducation (name),Easting,Northing,EstablishmentStatus (name)
    990001,Oak Nursery,Nursery,390000,600000,Open

    """
  static let openDemo = "elsec.open-demo"

  /// A store with the area and the nursery.
  func makeArea() throws {
    try self.must("store", "init")
    try self.must("area", "set", "E06999999", "--name", "Wrenmoor")
    try self.write(Self.settings, to: "settings.csv")
    try self.must("settings", "import", "settings.csv", "--apply")
  }

  /// The area with children `c0`, `c1`, …, all 50 months old on 2026-11-30.
  func makeArea(children: Int) throws {
    try self.makeArea()
    let rows = (0..<children).map { "c\($0),990001,Ann\($0),Made-Up,2022-09-15,ENG\n" }
    try self.write(
      "child_ref,setting,given_name,family_name,birth_date,home_language\n" + rows.joined(), to: "children.csv")
    try self.must("children", "import", "children.csv", "--apply")
  }

  /// One account a role, named as the role is; the administrator comes first.
  func makeAccounts(_ roles: String...) throws {
    try self.must("user", "add", "admin", "--role", "admin")
    for role in roles { try self.must("user", "add", role, "--role", role, "--as", "admin") }
  }

  /// Runs a command that has to work.
  @discardableResult
  func must(_ arguments: String..., sourceLocation: SourceLocation = #_sourceLocation) throws -> Outcome {
    let done = try self.run(arguments)
    #expect(done.status == 0, "\(arguments): \(done.errors)", sourceLocation: sourceLocation)
    return done
  }
}
