// SPDX-License-Identifier: Apache-2.0

import ArgumentParser
import Exchange
import Handlers
import MadeUpArea
import Scheduling
import Storage
import Vocabulary

/// From children's answers to a published rota and a line in the plan, told to a manager.
struct DemoStory {
  let stage: DemoStage
  let area: FictionalArea
  let seed: UInt64
  let rotaSeconds: Double

  let admin = "Ada Admin"
  let manager = "Mo Manager"
  let practitioner = "Pat Practitioner"
  let therapist = "Thea Therapist"
  let planLead = "Lee Planlead"
  let screener = "elsec.open-demo"
  let week = FictionalArea.week

  func tell() async throws {
    self.stage.say(
      "\(FictionalArea.name) is a made-up area: \(self.area.settings.count) settings, \(self.area.staff.count) staff, "
        + "\(self.area.children.count) children. No one in it is real.")
    try await self.setUp()
    try await self.importRecords()
    try await self.importResults()
    try await self.decide()
    try await self.planTheWeek()
    try await self.reportOutcomes()
    try await self.lookOver()
  }

  private func setUp() async throws {
    self.stage.say("1. A store, the area, and who may do what. Every command below names the person who gives it.")
    try await self.stage.run("store", "init")
    try await self.stage.run("area", "set", FictionalArea.gssCode, "--name", FictionalArea.name)
    try await self.stage.run("user", "add", self.admin, "--role", "admin")
    for (name, role) in [
      (self.manager, "manager"), (self.practitioner, "practitioner"), (self.therapist, "therapist"),
      (self.planLead, "plan-lead"),
    ] {
      try await self.stage.run("user", "add", name, "--role", role, as: self.admin)
    }
    for file in self.area.files { try Disk.write(file.text, to: file.name) }
  }

  private func importRecords() async throws {
    self.stage.say("2. Settings, team, calendar and children come from files. A dry run first: nothing is kept.")
    try await self.stage.run("settings", "import", "settings.csv", as: self.manager)
    self.stage.say("That looks right; now for good.")
    for noun in ["settings", "staff", "calendar", "children"] {
      try await self.stage.run(noun, "import", "\(noun).csv", "--apply", as: self.manager)
    }
    try await self.stage.run("staff", "absence", "absences.csv", "--apply", as: self.manager)
  }

  private func importResults() async throws {
    self.stage.say(
      "3. Results: last year's cohort before and after support, and this autumn's. Each row is scored as it comes.")
    for (file, phase) in [
      ("answers-2025-baseline.csv", "baseline"), ("answers-2025-followup.csv", "followup"),
      ("answers-2026-baseline.csv", "baseline"),
    ] {
      try await self.stage.run(
        "screen", "import", file, "--screener", self.screener, "--phase", phase, "--apply", as: self.practitioner)
    }
    self.stage.say("Why did a child come out as they did? Every step from answers to tier, for one of them:")
    try await self.stage.run(
      "score", "--screener", self.screener, "--in", "answers-2026-baseline.csv", "--explain")
  }

  private func decide() async throws {
    self.stage.say(
      "4. A tier is only a proposal. The therapist goes through the list and decides on every child by name.")
    try await self.stage.run(
      "screen", "list", "--since", "2026-09-01", "--decisions", "decisions.csv", as: self.therapist)
    let (decided, overridden) = try DemoTherapist.fillIn("decisions.csv")
    self.stage.say(
      "(Here the demo plays the therapist: \(decided) rows filled in, \(overridden) of them against the proposal.)")
    try await self.stage.run("screen", "confirm", "--in", "decisions.csv", as: self.therapist)
  }

  private func planTheWeek() async throws {
    self.stage.say("5. Confirmed tiers become groups, and groups become this week's visits.")
    try await self.stage.run("demand", "derive", "--week", self.week, "--apply", as: self.manager)
    self.stage.say(
      "6. The rota: who goes where, when. It breaks no rule, and leaves out what costs least to leave out.")
    try await self.stage.run(
      "rota", "plan", "--week", self.week, "--time-limit", "\(self.rotaSeconds)", "--threads", "2", "--seed",
      "\(self.seed)", as: self.manager)
    let kept = try await self.rota()
    if let left = kept.answer.unassigned.first {
      self.stage.say("Why is this visit left out? For every person and day, the first rule in its way:")
      try await self.stage.run("rota", "explain", left.visit.rawValue, "--week", self.week, as: self.manager)
    }
    self.stage.say("7. The manager publishes it, prints it, and sends everyone their calendar.")
    try await self.stage.run("rota", "publish", "--week", self.week, as: self.manager)
    try await self.stage.run("rota", "export", "--week", self.week, "--html", "--csv", "--ics", as: self.manager)
    self.stage.say("One person's week, as a practitioner sees it:")
    try await self.stage.run(
      "rota", "show", "--week", self.week, "--staff", self.area.staff[0].id, as: self.practitioner)
    self.stage.say("8. The week is over: one visit was missed, the others took place.")
    let visits = kept.answer.assignments.map(\.visit.rawValue)
    if let missed = visits.first {
      try await self.stage.run(
        "rota", "done", missed, "--outcome", "missed", "--note", "hall in use", as: self.practitioner)
      try await self.stage.run(
        "rota", "done", "--week", self.week, "--all", "--except", missed, as: self.practitioner)
    }
  }

  private func reportOutcomes() async throws {
    self.stage.say(
      "9. Last year's cohort before and after, for the local authority. Small numbers are hidden, the rest rounded.")
    try await self.stage.run(
      "cohort", "summary", "--screener", self.screener, "--year", "2025/26", "--by", "key-stage",
      as: self.planLead)
    try await self.stage.run(
      "cohort", "summary", "--screener", self.screener, "--year", "2025/26", "--by", "key-stage", "--format",
      "csv", "--out", "summary.csv", as: self.planLead)
    self.stage.say("10. The plan: the figures go in as frozen evidence, with their hash, who pulled them, and when.")
    try await self.stage.run(
      "plan", "new", "\(FictionalArea.name) local area inclusion plan", "--from", "2026-09-01", "--to",
      "2029-08-31", as: self.planLead)
    try Disk.write(
      "Six in ten screened children needed support with language. This section says what was found.\n",
      to: "section-3.md")
    try await self.stage.run("plan", "write", "--section", "3", "--in", "section-3.md", as: self.planLead)
    try await self.stage.run(
      "plan", "measure", "ELSEC-1", "--section", "11", "--aim", "More children reach age-appropriate language",
      "--lead", "ELSEC team", "--outcome", "Share of the cohort in the green band at follow-up", "--baseline",
      "45", "--baseline-as-at", "2025-10-31", "--target", "70", "--due", "2027-07-31", as: self.planLead)
    try await self.stage.run(
      "plan", "pull", "--section", "3", "--screener", self.screener, "--year", "2025/26", "--by", "key-stage",
      as: self.planLead)
    try await self.stage.run("plan", "export", "--out", "plan.md", as: self.planLead)
    self.stage.say("What the plan still lacks; a new plan lacks a lot, so the check says no:")
    try await self.stage.runExpectingNo("plan", "check", as: self.planLead)
  }

  private func lookOver() async throws {
    self.stage.say("11. Everything above, and every view of a child, stands in an audit that shows tampering.")
    try await self.stage.run("audit", "verify", as: self.manager)
    try await self.stage.run("store", "check")
  }

  private func rota() async throws -> KeptRota {
    let options = try StoreOptions.parse(["--as", self.manager])
    guard let week = SchoolWeek(self.week) else { throw Fault(.defect, "the demo's week can't be read") }
    return try await options.session(for: "demo") {
      try await GetRota.run(GetRota.Input(week: week), in: $0.practice, as: $0.person)
    }
  }
}
