// swift-tools-version: 6.2
import PackageDescription

// What is not our own trade comes from a kept library. Each has one reason and one place.
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let nioCore: Target.Dependency = .product(name: "NIOCore", package: "swift-nio")
let nioPosix: Target.Dependency = .product(name: "NIOPosix", package: "swift-nio")
let nioEmbedded: Target.Dependency = .product(name: "NIOEmbedded", package: "swift-nio")
let nioSSL: Target.Dependency = .product(name: "NIOSSL", package: "swift-nio-ssl")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let metrics: Target.Dependency = .product(name: "Metrics", package: "swift-metrics")
let serviceLifecycle: Target.Dependency = .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let unixSignals: Target.Dependency = .product(name: "UnixSignals", package: "swift-service-lifecycle")
let hummingbird: Target.Dependency = .product(name: "Hummingbird", package: "hummingbird")

let package = Package(
  name: "elsec",
  products: [.executable(name: "elsec", targets: ["elsec"])],
  dependencies: [
    // Subcommands, usage and completion for the command line.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // SHA-256 for definition hashes, evidence snapshots and the audit chain; Ed25519 for its roots.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // SQLite with years of care: WAL pool, busy handling, backup.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // A YAML parser that keeps line numbers, for screeners, pathways and calendars.
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    // Sockets and event loops of the service.
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    // TLS 1.3 with client certificates.
    .package(url: "https://github.com/apple/swift-nio-ssl", from: "2.37.6"),
    // One way to log for us and the libraries.
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // One way to count, for whatever watches the service.
    .package(url: "https://github.com/apple/swift-metrics", from: "2.13.0"),
    // Start in order, end on a signal in the opposite order.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // HTTP for what is read by browsers and by Prometheus.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
  ],
  // Bottom to top. Nothing imports upward; Tests/ArchitectureTests holds the table.
  targets: [
    // Ids, civil dates and minutes, `Fault`: the nouns every other target speaks.
    .target(name: "Vocabulary"),
    // JSON byte for byte: a reader that refuses what readers differ on, and one form to write.
    .target(name: "StrictJSON", dependencies: ["Vocabulary"]),
    // From item responses to a banded standard score and a tier, with the working shown.
    .target(name: "Screening", dependencies: ["Vocabulary"]),
    // What a team's own screenings say about the screener, the raters and the children's change.
    .target(name: "ScreeningQuality", dependencies: ["Screening", "Vocabulary"]),
    // Entry of answers as a program of values: keys in, actions and screens out; no terminal.
    .target(name: "ScreenEntry", dependencies: ["Screening", "Vocabulary"]),
    // Pathways and demand; the rota problem and its answer: rules, cost, referee, explanation.
    .target(name: "Scheduling", dependencies: ["Vocabulary"]),
    // Linear programs for the lower bound of a rota: COIN-OR's CLP by its C interface, no logic of our own.
    .systemLibrary(name: "CLP", pkgConfig: "clp", providers: [.apt(["coinor-libclp-dev"])]),
    // Searches for a cheaper rota, and proves how far from the best it can be, over dense arrays it never shows.
    .target(name: "SchedulingSolver", dependencies: ["Scheduling", "Vocabulary", "CLP"]),
    // Summaries over many screenings, and the disclosure control every published table must pass.
    .target(name: "Cohorts", dependencies: ["Screening", "Vocabulary"]),
    // The local area inclusion plan: sections, measures, evidence.
    .target(name: "InclusionPlans", dependencies: ["Vocabulary"]),
    // Merkle roots of an audit, what is signed of them, and proofs that anyone can check.
    .target(name: "AuditRoots", dependencies: ["Vocabulary"]),
    // How long a child's record is kept: rules as data, and the day one falls due.
    .target(name: "Retention", dependencies: ["Vocabulary"]),
    // The one storage API: records, migrations, the audit chain and the SQL, for every engine.
    .target(name: "Storage", dependencies: ["AuditRoots", "Vocabulary"]),
    // The embedded engine.
    .target(name: "StorageSQLite", dependencies: ["Storage", "Vocabulary", grdb]),
    // libpq, PostgreSQL's own client, by its C interface; no logic of our own.
    .systemLibrary(name: "CPostgres", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
    // The shared engine: a pool of pipelined connections, transactions that many small writes share.
    .target(
      name: "StoragePostgres", dependencies: ["Storage", "Vocabulary", "CPostgres"],
      // Its pool and its queue are tested from within, in release too.
      swiftSettings: [.unsafeFlags(["-enable-testing"])]),
    // SHA-256 of bytes, and Ed25519 signatures.
    .target(name: "Fingerprints", dependencies: ["Vocabulary", crypto]),
    // Reads `Screeners/` and `Schedules/`: strict YAML, every refusal with file, line and remedy.
    .target(
      name: "Definitions",
      dependencies: ["Screening", "Scheduling", "Retention", "Vocabulary", "Fingerprints", yams]),
    // File formats in and out: CSV, answer and score files, FHIR, REDCap, the rota exchange JSON, iCalendar, printed pages.
    .target(name: "Exchange", dependencies: ["StrictJSON", "Screening", "Scheduling", "Vocabulary"]),
    // JSON-RPC 2.0 a line as values: frames, envelopes, error numbers, the session, the method table; no sockets.
    .target(name: "Wire", dependencies: ["StrictJSON", "Vocabulary"]),
    // What each role can do: a function from value to value, no sockets, no terminal.
    .target(
      name: "Handlers",
      dependencies: [
        "Screening", "ScreeningQuality", "Scheduling", "SchedulingSolver", "Cohorts", "InclusionPlans", "Storage",
        "AuditRoots", "Retention", "Vocabulary",
      ]),
    // The method table of the wire: what each method takes, asks of the handlers, and answers.
    .target(
      name: "Service",
      dependencies: [
        "Wire", "StrictJSON", "Handlers", "Screening", "Scheduling", "SchedulingSolver", "Cohorts", "InclusionPlans",
        "AuditRoots", "Storage", "Vocabulary",
      ]),
    // Sockets: listeners, TLS, back-pressure, metrics, an end that loses nothing.
    .target(
      name: "Server",
      dependencies: [
        "Service", "Wire", "StrictJSON", "Handlers", "Storage", "Vocabulary", nioCore, nioPosix, nioSSL, logging,
        metrics, serviceLifecycle, hummingbird,
      ],
      // Its connections are tested from within, in release too.
      swiftSettings: [.unsafeFlags(["-enable-testing"])]),
    // The other end of the wire: connects, knows whom it speaks to, signs in, calls.
    .target(name: "Client", dependencies: ["Wire", "StrictJSON", "Vocabulary", nioCore, nioPosix, nioSSL]),
    // A made-up area, the same for the same seed.
    .target(name: "MadeUpArea", dependencies: ["Vocabulary"]),
    // Subcommands only; the one place a storage driver is chosen.
    .executableTarget(
      name: "elsec",
      dependencies: [
        "Screening", "ScreeningQuality", "ScreenEntry", "Scheduling", "SchedulingSolver", "Cohorts",
        "InclusionPlans", "Storage", "StorageSQLite", "StoragePostgres", "Fingerprints", "Definitions", "Exchange",
        "Handlers", "Server", "Service", "Client", "Wire", "StrictJSON", "AuditRoots", "Retention", "MadeUpArea",
        "Vocabulary", argumentParser, logging, metrics, serviceLifecycle, unixSignals,
      ]),

    // A folder of tests a target, then what looks at all of them.
    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"]),
    .testTarget(name: "StrictJSONTests", dependencies: ["StrictJSON", "Vocabulary"]),
    .testTarget(name: "ScreeningTests", dependencies: ["Screening", "Vocabulary"]),
    .testTarget(name: "ScreeningQualityTests", dependencies: ["ScreeningQuality", "Screening", "Vocabulary"]),
    .testTarget(name: "ScreenEntryTests", dependencies: ["ScreenEntry", "Screening", "Vocabulary"]),
    .testTarget(name: "SchedulingTests", dependencies: ["Scheduling", "Vocabulary"]),
    .testTarget(
      name: "SchedulingSolverTests", dependencies: ["SchedulingSolver", "Exchange", "Scheduling", "Vocabulary"],
      // Problems with their proven optima; read by path.
      exclude: ["Golden"]),
    .testTarget(name: "CohortsTests", dependencies: ["Cohorts", "Screening", "Vocabulary"]),
    .testTarget(name: "InclusionPlansTests", dependencies: ["InclusionPlans", "Vocabulary"]),
    .testTarget(name: "AuditRootsTests", dependencies: ["AuditRoots", "Fingerprints", "Vocabulary"]),
    .testTarget(name: "RetentionTests", dependencies: ["Retention", "Vocabulary"]),
    // One suite for every store; a driver is done when it passes.
    .testTarget(
      name: "StorageConformance",
      dependencies: ["Storage", "StorageSQLite", "StoragePostgres", "AuditRoots", "CPostgres", "Vocabulary"]),
    .testTarget(
      name: "StoragePostgresTests", dependencies: ["StoragePostgres", "Storage", "CPostgres", "Vocabulary"]),
    .testTarget(name: "StorageSQLiteTests", dependencies: ["StorageSQLite", "Storage", "Vocabulary"]),
    .testTarget(name: "FingerprintsTests", dependencies: ["Fingerprints", "Vocabulary"]),
    .testTarget(
      name: "DefinitionsTests",
      dependencies: ["Definitions", "Fingerprints", "Screening", "Scheduling", "Retention", "Vocabulary"],
      // Definitions to be refused; read by path, as all content is.
      exclude: ["Broken"]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: [
        "Exchange", "Definitions", "Fingerprints", "Screening", "Scheduling", "MadeUpArea", "Vocabulary",
      ]),
    .testTarget(name: "WireTests", dependencies: ["Wire", "StrictJSON", "Vocabulary"]),
    .testTarget(name: "ClientTests", dependencies: ["Client", "Wire", "StrictJSON", "Vocabulary"]),
    .testTarget(name: "MadeUpAreaTests", dependencies: ["MadeUpArea", "Vocabulary"]),
    .testTarget(
      name: "HandlersTests",
      dependencies: [
        "Handlers", "Storage", "StorageSQLite", "AuditRoots", "Retention", "Screening", "ScreeningQuality",
        "Scheduling", "SchedulingSolver", "Cohorts",
        "InclusionPlans", "Definitions", "Exchange", "Fingerprints", "Vocabulary",
      ]),
    // A made-up area's methods on a fresh store of their own, for the tests of the wire.
    .target(
      name: "MadeUpService",
      dependencies: [
        "Service", "Wire", "StrictJSON", "Handlers", "Storage", "StorageSQLite", "Cohorts", "Definitions", "Exchange",
        "Fingerprints", "Scheduling", "Screening", "Vocabulary",
      ],
      path: "Tests/MadeUpService"),
    .testTarget(
      name: "ServiceTests",
      dependencies: [
        "MadeUpService", "Service", "Wire", "StrictJSON", "Handlers", "Storage", "AuditRoots", "Fingerprints",
        "SchedulingSolver", "Vocabulary",
      ]),
    .testTarget(
      name: "ServerTests",
      dependencies: [
        "MadeUpService", "Server", "Service", "Client", "Wire", "StrictJSON", "Handlers", "Storage", "StorageSQLite",
        "Fingerprints", "SchedulingSolver", "Vocabulary", nioCore, nioPosix, nioEmbedded, nioSSL, logging, metrics,
        serviceLifecycle,
      ]),
    // The built program, run as a person runs it.
    .testTarget(name: "EndToEndTests", dependencies: ["elsec", "MadeUpArea", "Exchange", "Vocabulary"]),
    .testTarget(name: "ArchitectureTests"),
  ]
)

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
      .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
      .treatAllWarnings(as: .error),
    ]
}
