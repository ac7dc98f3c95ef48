// SPDX-License-Identifier: Apache-2.0

extension SealedTable {
  /// Every table of which something is sealed: what is personal, what a person typed about someone, and what a hash of
  /// such content could be guessed by.
  ///
  /// A column that a migration adds goes into one of the lists; a test holds them against the schema.
  package static let all: [SealedTable] = [
    SealedTable(
      "child", in: "family_name",
      // One byte of the birth date's hash narrows a search to a 256th, and says little of who shares a birthday.
      [("birth_date", .keyed(bytes: 1))]
        + Self.riding(
          "given_name", "sex", "home_languages", "learns_english_as_additional", "free_school_meals", "sen_status",
          "deprivation_decile", "weeks_gestation", "english_exposure", "months_in_english", "year_group_override",
          "opted_out", "opt_out_source", "died_on"),
      plain: "area id setting"),
    SealedTable(
      "child_identifier", in: "purpose", [("identifier", .keyed(bytes: 16))], plain: "area child scheme"),
    SealedTable(
      "entry_event", in: "code", Self.riding("item"), plain: "area entry sequence_number kind made_at"),
    SealedTable(
      "screening", in: "answers",
      [("amendment_reason", .presence)]
        + Self.riding(
          "scores", "band", "proposed_tier", "flags", "not_screened_reason", "age_months", "context"),
      plain: """
        area id child cohort phase screener version definition_hash test_date made_by recorded_at supersedes edition
        """),
    SealedTable(
      "tier_confirmation", in: "tier", [("reason", .presence)],
      plain: "area id screening made_by role is_override made_at"),
    SealedTable(
      "second_rating", in: "answers", Self.riding("scores", "band"), plain: "area id screening made_by recorded_at"),
    SealedTable(
      "received_record", in: "body_hash", [("body", .presence), ("decision_reason", .presence)],
      plain: """
        area id kind child parent made_by role device made_at clock_ahead received_at state contradicts decided_by \
        decided_at
        """),
    SealedTable(
      "erasure", in: "reason", Self.riding("early_reason"),
      plain: "area child asked_by approved_by due_on audit_size audit_hash made_at"),
    SealedTable("legal_hold", in: "reason", plain: "area child sequence_number is_held made_by made_at"),
    SealedTable("visit_done", in: "note", plain: "area id rota visit outcome minutes made_by made_at"),
    SealedTable(
      "demand_visit", in: "reason", [("cancel_reason", .presence)],
      plain: """
        area id series setting week kind programme session_number minutes slots windows weight prefer_staff \
        forbid_staff after_visits gap_minutes allows_inset_days source cancelled_at
        """),
    SealedTable(
      "staff", in: "name", Self.riding("base", "base_latitude", "base_longitude"),
      plain: "area id role band skills contracted_minutes contact_minutes term_time_only shifts left_on"),
    SealedTable("staff_absence", in: "reason", plain: "area id staff from_day to_day hours"),
    // A problem names the staff and where they live.
    SealedTable(
      "rota", in: "problem", Self.riding("answer"),
      plain: "area id week status cost seed travel_statement made_by made_at published_by published_at"),
    SealedTable(
      "repair_proposal", in: "problem", Self.riding("answer", "disruptions"),
      plain: "area repair number held cost seed travel_statement made_by made_at"),
    SealedTable(
      "repair_acceptance", in: "disruptions", plain: "area rota held repair number accepted_by accepted_at"),
    SealedTable("partnership_member", in: "person", plain: "area id role organisation from_day to_day"),
    SealedTable("partnership_meeting", in: "decisions", plain: "area id held_on present_roles"),
    // An answer kept for a repeated call may show a child; the hash of what was asked could be guessed.
    SealedTable(
      "idempotency_key", in: "answer", Self.riding("params_hash"), plain: "area actor idempotency_key made_at"),
    // With the salt of an entry, the hash of a record is a test for guesses at it.
    SealedTable("audit_salt", in: "salt", plain: "area sequence_number"),
    // What the hashes of the sets of children behind a released table are keyed with.
    SealedTable("area_secret", in: "value", plain: "area name"),
  ]

  /// The tables that hold nothing personal but ids: places, calendars, definitions, what was or will be published, who
  /// may sign in, and what links one id to another.
  package static let plainTables: Set<String> = [
    "schema_migration", "sealing", "area", "audit_head", "audit", "audit_subject", "audit_root", "setting",
    "calendar_entry", "travel_minutes", "cohort", "cohort_child", "entry", "demand_series", "demand_visit_child",
    "rota_assignment", "visit_attendance", "visit_pin", "plan", "plan_section", "plan_priority", "plan_measure",
    "evidence", "account", "release_ledger", "kept_definition", "kept_definition_file", "job", "sync_server", "outbox",
    "fetched_child", "released_child",
  ]

  static let named = Dictionary(uniqueKeysWithValues: Self.all.map { ($0.name, $0) })

  private static func riding(_ columns: String...) -> [(String, StandIn)] { columns.map { ($0, .nothing) } }
}
