// SPDX-License-Identifier: Apache-2.0

/// Every key of the files under `Schedules`. The JSON Schema beside each kind says the same for editors.
package enum ScheduleKeys {
  package static let source = KeySet(
    "the source",
    required: ["name", "dated"],
    optional: ["licence", "note"]
  )

  package static let bankHolidays = KeySet(
    "the bank holidays",
    required: ["format", "id", "title", "source", "covers", "days"]
  )
  package static let bankHoliday = KeySet("a bank holiday", required: ["date", "name"])
  package static let span = KeySet("a span of days", required: ["from", "to"])

  package static let calendar = KeySet(
    "the calendar",
    required: ["format", "id", "title", "source", "bank-holidays", "terms"],
    optional: ["inset-days", "closures"]
  )
  package static let term = KeySet(
    "a term",
    required: ["year", "term", "from", "to"],
    optional: ["half-term"]
  )
  package static let insetDay = KeySet("an INSET day", required: ["date"], optional: ["settings"])
  package static let closure = KeySet("a closure", required: ["setting", "from", "to", "reason"])

  package static let pathway = KeySet(
    "the pathway",
    required: ["format", "id", "title", "tiers", "covers", "programmes", "rules"],
    optional: ["screening"]
  )
  package static let ages = KeySet("a span of ages", optional: ["months", "years"])
  package static let screening = KeySet(
    "the screening visits",
    required: ["minutes-a-child", "set-up-minutes", "longest-minutes", "slots", "weight"]
  )
  package static let programme = KeySet(
    "a programme",
    required: [
      "id", "title", "group-size", "sessions-a-week", "weeks", "minutes", "kind", "slots", "gap-days",
      "same-staff", "weight",
    ],
    optional: ["assess-first", "rescreen-after-weeks"]
  )
  package static let assessment = KeySet(
    "the assessment before",
    required: ["kind", "minutes", "slots", "gap-minutes"]
  )
  package static let rule = KeySet(
    "a rule",
    required: ["tier", "ages"],
    optional: ["programme", "no-visits", "therapist-decides"]
  )

  package static let roundPolicy = KeySet(
    "the policy",
    required: [
      "format", "id", "title", "source", "hide", "hidden-as", "round-to", "show-zero", "percentages",
      "smallest-base", "smallest-mean-base",
    ]
  )
  package static let hide = KeySet("the hidden counts", required: ["from", "to"])

  package static let retention = KeySet(
    "the retention policy",
    required: ["format", "id", "title", "source", "classes"]
  )
  package static let retentionClass = KeySet(
    "a class of records",
    required: ["id", "title", "until-birthday"],
    optional: ["late-end", "years-after-death"]
  )
  package static let lateEnd = KeySet("the late end", required: ["seen-at-age", "until-birthday"])

  package static let rotaRules = KeySet(
    "the rota rules",
    required: [
      "format", "id", "title", "step", "weights", "visit-weights", "working-day", "week-minutes",
      "contact-minutes", "break", "teaching-hours",
    ]
  )
  package static let weights = KeySet(
    "the weights",
    required: [
      "travel", "prefer-staff", "series-staff", "prefer-window", "balance", "changed-staff", "changed-day",
      "changed-start", "shift",
    ]
  )
  package static let workingDay = KeySet("the working day", required: ["start", "end"])
  package static let rest = KeySet("the break", required: ["minutes", "earliest", "latest", "shift-over"])

  package static let carryOver = KeySet(
    "the carry-over",
    required: ["format", "id", "title", "history-weeks", "gap-counts", "priority", "catch-up", "fairness"]
  )
  package static let priority = KeySet(
    "the priority",
    required: ["running", "missed-session", "most-missed", "last-weeks", "overdue"]
  )
  package static let catchUp = KeySet(
    "the catch-up",
    required: ["sessions-a-week", "raise-a-week", "most-raised", "end-at-risk", "session-lost"],
    optional: ["weeks-over"]
  )
  package static let fairness = KeySet(
    "the fairness",
    required: [
      "last-visit-after", "home-after", "far-minutes", "hard-settings", "points", "tolerance",
    ]
  )
  package static let points = KeySet("the points", required: ["drive", "late", "hard"])

  package static let travel = KeySet(
    "the travel formula",
    required: [
      "format", "id", "title", "status", "source", "circuity", "speeds", "stop-minutes",
    ]
  )
  package static let circuity = KeySet("the circuity", required: ["at-one-km", "fall", "least", "most"])
  package static let speed = KeySet("a speed", required: ["km-an-hour"], optional: ["under-road-km"])
}
