// SPDX-License-Identifier: Apache-2.0

public import Cohorts
public import Retention
public import Scheduling
public import Screening
public import Storage
public import Vocabulary

/// What operations work with: the records, the content that people own, and the little that only the rim
/// can do. Handed in, so that every operation is a function of its input.
public struct Practice: Sendable {
  public let store: Store
  /// Finds a screener by `id` or `id@version`; throws a fault that lists what there is.
  public let screener: @Sendable (String) throws -> ScreenerDefinition
  /// Every screener at hand, by id and version.
  public let screeners: @Sendable () throws -> [ScreenerDefinition]
  private let shelf = PreparedScreeners()
  /// Where definitions come from, for keeping them beside what they scored.
  public let definitions: DefinitionSource
  public let pathway: Pathway
  public let rules: WeekRules
  public let rotaFormat: RotaFormat
  public let ledgerFormat: LedgerFormat
  public let policy: DisclosurePolicy
  /// How long the area keeps what it has about a child.
  public let retention: @Sendable (AreaID) throws -> RetentionPolicy
  /// A new UUIDv7.
  public let newID: @Sendable () -> String
  public let hash: Hashing

  public init(
    store: Store, screener: @escaping @Sendable (String) throws -> ScreenerDefinition,
    screeners: @escaping @Sendable () throws -> [ScreenerDefinition], definitions: DefinitionSource,
    pathway: Pathway, rules: WeekRules, rotaFormat: RotaFormat, ledgerFormat: LedgerFormat, policy: DisclosurePolicy,
    retention: @escaping @Sendable (AreaID) throws -> RetentionPolicy, newID: @escaping @Sendable () -> String,
    hash: @escaping Hashing
  ) {
    self.store = store
    self.screener = screener
    self.screeners = screeners
    self.definitions = definitions
    self.pathway = pathway
    self.rules = rules
    self.rotaFormat = rotaFormat
    self.ledgerFormat = ledgerFormat
    self.policy = policy
    self.retention = retention
    self.newID = newID
    self.hash = hash
  }

  /// A screener made ready to score, by `id` or `id@version`.
  func prepared(_ named: String) throws -> PreparedScreener { try self.shelf.prepared(try self.screener(named)) }

  /// Does `body` for good, or only to see what it would change.
  func change<Value: Sendable>(
    apply: Bool, as person: Principal, _ body: @escaping @Sendable (Records) throws -> Value
  ) async throws -> Value {
    apply
      ? try await self.store.write(as: person, body) : try await self.store.rehearse(as: person, body)
  }
}
