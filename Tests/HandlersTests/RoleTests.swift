// SPDX-License-Identifier: Apache-2.0

import Handlers
import Storage
import Testing

/// Who may ask what, read off the operations themselves.
@Suite struct RoleTests {
  @Test func onlyTherapistsAndAdministratorsDecideOnTiers() {
    #expect(ConfirmTiers.roles == [.therapist, .admin])
  }

  @Test func planLeadsAndAuditorsNeverSeeAChild() {
    for roles in [
      ListChildren.roles, ShowChild.roles, ListScreenings.roles, ShowScreening.roles, RecordScreenings.roles,
      OpenEntry.roles,
    ] {
      #expect(roles.isDisjoint(with: [.planLead, .auditor, .setting, .worker]))
    }
  }

  @Test func onlyThoseWhoRunTheWeekPublishARota() {
    #expect(PublishRota.roles == [.manager, .admin])
  }
}
