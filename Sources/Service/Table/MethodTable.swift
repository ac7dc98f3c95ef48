// SPDX-License-Identifier: Apache-2.0

public import Handlers
import Screening
public import Storage
public import StrictJSON
public import Vocabulary
public import Wire

/// Every method of the service, by name: what may be asked, by whom, and the answer.
public struct MethodTable: Sendable {
  private let methods: [String: Method]
  let practice: Practice
  private let today: @Sendable () -> CivilDate

  /// - Parameter today: the civil date in London.
  public init(_ practice: Practice, today: @escaping @Sendable () -> CivilDate) {
    self.methods = Dictionary(Self.all.map { ($0.description.name, $0) }, uniquingKeysWith: { first, _ in first })
    self.practice = practice
    self.today = today
  }

  private static let all =
    ScreenerMethods.all + ChildMethods.all + ScreeningMethods.all + CohortMethods.all + DemandMethods.all
    + RotaMethods.all + JobMethods.all + PlanMethods.all + AuditMethods.all + SyncMethods.all

  /// By name, with those that the session answers itself.
  public static var descriptions: [MethodDescription] {
    ([.open, .ping, .discover] + Self.all.map(\.description)).sorted { $0.name < $1.name }
  }

  public func isKnown(_ name: String) -> Bool { self.methods[name] != nil }

  /// The names of those that a role may call, in order.
  public func names(for role: Role) -> [String] {
    let own = self.methods.values.map(\.description).filter { $0.scope(of: role.rawValue) != nil }.map(\.name)
    return (own + [WireMethod.ping, WireMethod.discover]).sorted()
  }

  /// - Throws: `RPCError`.
  public func answer(_ name: String, _ params: JSONObject, as person: Principal) async throws -> JSONValue {
    guard let method = self.methods[name] else { throw RPCError.methodNotFound() }
    var person = person
    person.purpose = name
    do {
      guard method.description.scope(of: person.role.rawValue) != nil else {
        throw Fault(.accessRefused, "the method is not open to the role", maybe: "see x-roles in rpc.discover")
      }
      try method.description.check(params)
      return try await method.answer(self.call(name, params, person))
    } catch let error as RPCError {
      throw error
    } catch let fault as Fault {
      throw RPCError(fault.placed(in: params), params: params)
    } catch is CancellationError {
      throw RPCError.cancelled()
    }
  }

  private func call(_ name: String, _ params: JSONObject, _ person: Principal) throws -> MethodCall {
    var plain = params
    plain["key"] = nil
    let key = params["key"]?.text.map { text in
      CallKey(
        text: text.lowercased(), params: self.practice.hash(Array(name.utf8) + [0] + JSONValue.object(plain).bytes))
    }
    return MethodCall(
      params: JSONMembers(plain, code: .paramKind), key: key, practice: self.practice, person: person,
      today: self.today())
  }
}
