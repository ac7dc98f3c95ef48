// SPDX-License-Identifier: Apache-2.0

import MadeUpService
import Service
import Storage
import StrictJSON
import Testing
import Wire

/// Who may call what. The table is written by hand: a change of rights has to be made here as well.
@Suite struct AccessTests {
  private static let everyone = Set(Role.allCases)
  private static let team: Set<Role> = [.practitioner, .therapist, .manager, .admin]
  private static let managing: Set<Role> = [.manager, .admin]
  private static let jobs: Set<Role> = [.manager, .admin, .worker]
  private static let theWeek: Set<Role> = [.practitioner, .therapist, .manager, .admin, .worker]
  private static let planning: Set<Role> = [.planLead, .manager, .admin]
  private static let thePlan: Set<Role> = [.planLead, .manager, .admin, .auditor]

  private static let shared = Task { try await MadeUpService() }

  static let table: [String: Set<Role>] = [
    "screener.list": everyone, "screener.get": everyone,
    "child.put": managing, "child.get": team, "child.find": team,
    "screening.record": team, "screening.recordMany": team, "screening.get": team, "screening.list": team,
    "screening.amend": team, "screening.confirm": [.therapist, .admin],
    "cohort.summary": planning, "cohort.release": planning, "cohort.releases": thePlan,
    "demand.list": theWeek, "demand.add": managing,
    "rota.plan": jobs, "job.get": jobs, "job.watch": jobs, "job.cancel": jobs,
    "rota.get": theWeek, "rota.explain": theWeek, "rota.repair": managing, "rota.publish": managing,
    "visit.done": team,
    "plan.get": thePlan, "plan.list": thePlan, "plan.check": thePlan, "plan.put": planning, "plan.pull": planning,
    "sync.push": team, "sync.pull": team, "sync.held": team, "sync.decide": [.therapist, .manager, .admin],
    "audit.verify": [.auditor, .manager, .admin], "audit.root": everyone,
  ]

  @Test func everyMethodOfTheSurfaceIsThereAndNoOther() {
    #expect(Set(MethodTable.own.map(\.name)) == Set(Self.table.keys))
    #expect(Set(MethodTable.descriptions.map(\.name)).isSuperset(of: ["session.open", "session.ping", "rpc.discover"]))
    #expect(MethodTable.descriptions.map(\.name) == MethodTable.descriptions.map(\.name).sorted())
  }

  @Test(arguments: Self.table.keys.sorted())
  func aMethodIsOpenToExactlyTheRolesOfTheTable(_ name: String) throws {
    let method = try MethodTable.description(name)
    #expect(Set(method.roles.map(\.role)) == Set((Self.table[name] ?? []).map(\.rawValue)))
    #expect(method.roles.count == Set(method.roles.map(\.role)).count)
  }

  @Test func aRoleThatMayNotIsRefusedBeforeAnythingIsReadOrWritten() async throws {
    let service = try await MadeUpService()
    for method in MethodTable.own {
      let params = Sample.params(of: method).written
      for role in Role.allCases where Self.table[method.name]?.contains(role) == false {
        let before = service.transactions
        let refused = try await service.refusal(method.name, params, as: role)
        #expect(refused?.number == .notAllowed && refused?.code == "access.refused", "\(method.name) as \(role)")
        #expect(service.transactions == before, "\(method.name) as \(role)")
      }
    }
  }

  @Test(arguments: Role.allCases) func whoSignsInIsToldTheMethodsOfTheRole(_ role: Role) async throws {
    let service = try await Self.shared.value
    let names = service.methods.names(for: role)
    #expect(names == names.sorted())
    let own = names.filter { !["session.ping", "rpc.discover"].contains($0) }
    #expect(Set(own) == Set(Self.table.filter { $0.value.contains(role) }.keys))
    #expect(names.contains("session.ping") && names.contains("rpc.discover"))
  }

  @Test func aMethodThatIsNotThereIsNotFound() async throws {
    let service = try await MadeUpService()
    #expect(try await service.refusal("child.delete")?.number == .methodNotFound)
    #expect(!service.methods.isKnown("child.delete") && service.methods.isKnown("child.put"))
  }
}
