// SPDX-License-Identifier: Apache-2.0

import Foundation
import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

extension ServerTests {
  @Suite struct StartGuardTests {
    /// Opens the database as a user; what is refused.
    private static func refusal(_ database: ItemDatabase, as user: String = "elsec_app") async throws -> Fault? {
      let result = await outcome {
        let driver = try await PostgresDriver.open(try database.address(user), connections: 1)
        try await driver.close()
      }
      guard case .failure(let fault) = result else { return nil }
      #expect(fault.code == .storeUnsafe)
      #expect(fault.hint != nil)
      return fault
    }

    private static func role(_ attributes: String, in database: ItemDatabase) throws -> String {
      let name = "\(database.name)_role"
      try database.run("CREATE ROLE \(name) LOGIN \(attributes); GRANT USAGE ON SCHEMA elsec TO \(name)")
      return name
    }

    private static func refused(
      _ attributes: String, then change: (String) -> String = { _ in "SELECT 1" }
    ) async throws -> String? {
      try await ItemDatabase.with { database in
        let role = try Self.role(attributes, in: database)
        defer {
          let away = "REASSIGN OWNED BY \(role) TO postgres; DROP OWNED BY \(role); DROP ROLE \(role)"
          _ = try? database.run(away)
        }
        try database.run(change(role))
        return try await Self.refusal(database, as: role)?.message
      }
    }

    private static func refused(after change: String) async throws -> String? {
      try await ItemDatabase.with { database in
        try database.run(change)
        return try await Self.refusal(database)?.message
      }
    }

    private static let past = "the store's user is a superuser or may bypass row-level security"
    private static let owner = "the store's user owns tables, and could take down what secures them"
    private static let bare = "the rows of 'item' are not secured by area"

    @Test func theApplicationsRoleIsLetIn() async throws {
      #expect(try await Self.refused(after: "SELECT 1") == nil)
    }

    @Test func aPlainRoleIsLetIn() async throws {
      #expect(try await Self.refused("NOSUPERUSER") == nil)
    }

    @Test func aSuperuserIsRefused() async throws {
      #expect(try await Self.refused("SUPERUSER") == Self.past)
    }

    @Test func aRoleThatBypassesSecurityIsRefused() async throws {
      #expect(try await Self.refused("BYPASSRLS") == Self.past)
    }

    @Test func aRoleThatCouldBecomeASuperuserIsRefused() async throws {
      #expect(try await Self.refused("NOINHERIT") { "GRANT postgres TO \($0)" } == Self.past)
    }

    @Test func anOwnerIsRefused() async throws {
      #expect(try await Self.refused("NOSUPERUSER") { "ALTER TABLE elsec.item OWNER TO \($0)" } == Self.owner)
    }

    @Test func aRoleThatCouldBecomeTheOwnerIsRefused() async throws {
      #expect(try await Self.refused("NOINHERIT") { "GRANT elsec_owner TO \($0)" } == Self.owner)
    }

    @Test func aTableWithoutSecurityIsRefused() async throws {
      #expect(try await Self.refused(after: "ALTER TABLE elsec.item DISABLE ROW LEVEL SECURITY") == Self.bare)
    }

    @Test func aTableThatDoesNotBindItsOwnerIsRefused() async throws {
      #expect(try await Self.refused(after: "ALTER TABLE elsec.item NO FORCE ROW LEVEL SECURITY") == Self.bare)
    }

    @Test func aTableWithoutAPolicyIsRefused() async throws {
      #expect(try await Self.refused(after: "DROP POLICY by_area ON elsec.item") == Self.bare)
    }

    @Test func aPolicyThatDoesNotCheckWhatIsWrittenIsRefused() async throws {
      let change = """
        DROP POLICY by_area ON elsec.item;
        CREATE POLICY by_area ON elsec.item USING (area = current_setting('elsec.area', true))
        """
      #expect(try await Self.refused(after: change) == Self.bare)
    }

    @Test(arguments: ["true", "area = current_setting('elsec.area', true) OR area = 'B'"])
    func aPolicyThatShowsMoreIsRefused(_ shown: String) async throws {
      let change = "ALTER POLICY by_area ON elsec.item USING (\(shown))"
      #expect(try await Self.refused(after: change) == Self.bare)
    }

    @Test func aSecondPolicyThatPermitsIsRefused() async throws {
      let change = "CREATE POLICY listed ON elsec.item FOR SELECT USING (true)"
      #expect(try await Self.refused(after: change) == Self.bare)
    }

    @Test func aSecondPolicyThatRestrictsIsLetIn() async throws {
      let change = "CREATE POLICY narrow ON elsec.item AS RESTRICTIVE USING (id <> 'x')"
      #expect(try await Self.refused(after: change) == nil)
    }
  }
}
