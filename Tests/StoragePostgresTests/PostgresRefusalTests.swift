// SPDX-License-Identifier: Apache-2.0

import Storage
import Testing
import Vocabulary

@testable import StoragePostgres

@Suite struct PostgresRefusalTests {
  @Test(arguments: [
    ("ELS01", Fault.Code.storeAppendOnly), ("23505", .storeConflict), ("23503", .storeConflict),
    ("23514", .storeConflict), ("23502", .storeConflict), ("22021", .malformed), ("22P05", .malformed),
    ("25006", .storeReadOnly), ("42501", .storeReadOnly), ("42704", .storeUnavailable),
    ("53100", .storeCannotWrite), ("53300", .storeUnavailable), ("XX000", .storeCorrupt), ("XX001", .storeCorrupt),
    ("55P03", .storeUnavailable), ("40001", .storeUnavailable), ("40P01", .storeUnavailable),
    ("57014", .storeUnavailable), ("57P01", .storeUnavailable), ("57P03", .storeUnavailable),
    ("08006", .storeUnavailable), ("28P01", .storeUnavailable), ("3D000", .storeUnavailable),
    ("42601", .storeDefect), ("42P01", .storeDefect),
  ])
  func aStateHasOneFault(_ state: String, _ code: Fault.Code) {
    let fault = Fault(PostgresRefusal(state: state))
    #expect(fault.code == code)
    #expect(fault.refusal?.state == state)
  }

  @Test(arguments: [
    ("Key (area, id)=(E06000020, Zzyzxova) already exists.", "id"),
    ("Key (area, setting, term)=(E06000020, Zzyzxova, x) already exists.", "setting, term"),
    ("Key (area)=(Zzyzxova) already exists.", "key"), ("Failing row contains (Zzyzxova).", "key"), ("(Zzyzxova", "key"),
    ("", "key"),
  ])
  func theColumnsOfADoubleAreNamedAndNeverItsValues(_ detail: String, _ named: String) {
    let fault = Fault(PostgresRefusal(state: "23505", table: "child", detail: detail))
    #expect(fault.message == "'child' already has a record with the same \(named)")
    #expect(!String(reflecting: fault).contains("Zzyzxova"))
  }

  @Test(arguments: [
    ("57P01", true, true), ("57P02", true, true), ("08006", true, true), ("25P03", true, true),
    ("57014", false, false), ("55P03", false, true), ("53100", false, true), ("25006", false, true),
    ("23505", false, false), ("40P01", false, false),
  ])
  func whatEndsAConnectionAndWhatConcernsAll(_ state: String, _ ends: Bool, _ concernsAll: Bool) {
    let refusal = PostgresRefusal(state: state)
    #expect(refusal.endsConnection == ends)
    #expect(refusal.concernsAll == concernsAll)
  }

  @Test func onlyWhatMaySucceedIsTriedAgain() {
    let states = ["40001", "40P01", "0A000", "23505", "57014", "55P03", "42501"]
    #expect(states.filter { PostgresRefusal(state: $0).isWorthAnotherTry } == ["40001", "40P01", "0A000"])
  }
}
