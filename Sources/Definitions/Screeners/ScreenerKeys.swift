// SPDX-License-Identifier: Apache-2.0

/// Every key of `screener.yaml`. `Screeners/screener.schema.json` says the same for editors.
package enum ScreenerKeys {
  package static let screener = KeySet(
    "the screener",
    required: [
      "format", "id", "version", "status", "title", "licence", "provenance", "age", "responses", "sections",
      "scores", "bands", "tiers", "changes",
    ],
    optional: ["norms-apply", "administer", "route", "norms", "banks", "rescreen"]
  )
  package static let licence = KeySet(
    "the licence",
    required: ["spdx", "holder", "items", "norms", "ship"],
    optional: ["needs"]
  )
  package static let provenance = KeySet(
    "a provenance entry",
    required: ["part", "source"],
    optional: ["by", "dated", "n", "population", "year"]
  )
  package static let age = KeySet(
    "the age policy",
    required: ["method", "band-on", "range", "outside"],
    optional: ["preterm"]
  )
  package static let preterm = KeySet(
    "the preterm correction",
    required: ["correct-if-weeks-below", "until-months"]
  )
  package static let normsApply = KeySet(
    "norms-apply",
    required: ["home-language", "otherwise"],
    optional: ["not-stated"]
  )
  package static let section = KeySet(
    "a section",
    required: ["id", "title", "use", "ages", "items"],
    optional: ["reverse"]
  )
  package static let administration = KeySet(
    "the administration of a section",
    optional: ["start", "basal", "ceiling", "adaptive"]
  )
  package static let start = KeySet("a start point", required: ["ages", "at"])
  package static let basal = KeySet(
    "the basal rule",
    required: ["run", "of", "credit-below", "reverse"],
    optional: ["double"]
  )
  package static let adaptive = KeySet(
    "the adaptive rule",
    required: ["score", "stop"],
    optional: ["content", "exposure"]
  )
  package static let stop = KeySet("the stop rule", required: ["most"], optional: ["se", "least", "clear"])
  package static let exposure = KeySet("the exposure rule", required: ["randomesque"])
  package static let route = KeySet(
    "the route",
    required: ["sections", "colours"],
    optional: ["cuts", "flags"]
  )
  package static let numbers = KeySet("a set of numbers", required: ["from", "to"])
  package static let codes = KeySet("items without words", required: ["count", "codes"])
  package static let bank = KeySet("an item bank", required: ["kind", "file", "sha256"], optional: ["d"])
  package static let prior = KeySet("the prior", required: ["mean", "sd"])
  package static let ceiling = KeySet("the ceiling rule", required: ["run", "of", "then"])
  package static let missing = KeySet("the missing rule", required: ["allow"], optional: ["rule"])
  package static let norms = KeySet(
    "a norm table",
    required: ["kind", "by", "interpolate", "file", "sha256"],
    optional: ["tails"]
  )
  package static let band = KeySet("a band", required: ["id", "when"], optional: ["from", "below", "ages"])
  package static let tier = KeySet("a tier rule", required: ["tier", "if"])
  package static let rescreen = KeySet(
    "the re-screen rule",
    required: ["after-weeks", "min-gap-weeks", "same-version"]
  )
  package static let change = KeySet("a change", required: ["version", "dated", "what", "rescored"])

  /// By the key that names the kind of score.
  package static let scores: [(kind: String, keys: KeySet)] = [
    ("sum", KeySet("a sum", required: ["sum", "missing"], optional: ["weights"])),
    ("add", KeySet("an addition", required: ["add"], optional: ["range"])),
    ("lms", KeySet("an LMS score", required: ["lms", "of"])),
    ("lookup", KeySet("a table's score", required: ["lookup", "of"], optional: ["mean", "sd"])),
    ("scale", KeySet("a scaled score", required: ["scale", "mean", "sd", "round"], optional: ["clip"])),
    ("percentile", KeySet("a percentile", required: ["percentile"], optional: ["report"])),
    ("stanine", KeySet("a stanine", required: ["stanine"])),
    ("sem", KeySet("an interval", required: ["sem", "level"], optional: ["reliability", "se"])),
    (
      "below-cut",
      KeySet("a probability", required: ["below-cut", "cut"], optional: ["reliability", "se", "unsure"])
    ),
    (
      "irt",
      KeySet("an ability", required: ["irt", "of", "estimator", "least"], optional: ["prior", "range"])
    ),
    ("route", KeySet("what a route came to", required: ["route"])),
    ("true-score", KeySet("a true-score interval", required: ["true-score", "reliability", "level"])),
    ("age-equivalent", KeySet("an age equivalent", required: ["age-equivalent", "norms"])),
    (
      "reliable-change",
      KeySet("a reliable change", required: ["reliable-change", "reliability", "criterion"])
    ),
    ("mean", KeySet("a mean", required: ["mean", "missing"], optional: ["times"])),
    ("se", KeySet("a standard error", required: ["se"])),
  ]
}
