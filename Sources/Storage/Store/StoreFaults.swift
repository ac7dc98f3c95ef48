// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Fault.Code {
  /// A record contradicts one already kept, or refers to one that is not there.
  public static let storeConflict = Fault.Code("store.conflict", .badInput)
  public static let storeNotFound = Fault.Code("store.not-found", .notSo)
  /// Someone else changed the record since the caller read it.
  public static let storeChangedMeanwhile = Fault.Code("store.changed-meanwhile", .notSo)
  /// The same idempotency key came with other parameters.
  public static let storeKeyReused = Fault.Code("store.key-reused", .badInput)
  /// Another process holds the store, or the store is not there.
  public static let storeUnavailable = Fault.Code("store.unavailable", .unavailable)
  /// The connection was lost while the work was being kept: whether it was is not known.
  public static let storeOutcomeUnknown = Fault.Code("store.outcome-unknown", .unavailable)
  /// More callers are waiting than will be served in time.
  public static let storeBusy = Fault.Code("store.busy", .unavailable)
  /// The caller went away.
  public static let storeCancelled = Fault.Code("store.cancelled", .unavailable)
  /// The server, or the role the store is opened with, would not keep areas apart.
  public static let storeUnsafe = Fault.Code("store.unsafe", .unavailable)
  /// The store's file or a row in it is not what elsec wrote.
  public static let storeCorrupt = Fault.Code("store.corrupt", .unavailable)
  /// A newer elsec wrote this store.
  public static let storeNewerSchema = Fault.Code("store.newer-schema", .unavailable)
  /// An older elsec wrote this store, and it has not been migrated.
  public static let storeNeedsMigration = Fault.Code("store.needs-migration", .unavailable)
  /// A migration that was applied is not the one this elsec knows.
  public static let storeAlteredSchema = Fault.Code("store.altered-schema", .unavailable)
  public static let storeReadOnly = Fault.Code("store.read-only", .cannotWrite)
  public static let storeCannotWrite = Fault.Code("store.cannot-write", .cannotWrite)
  /// The job ended, or another worker has taken it since.
  public static let jobLost = Fault.Code("job.lost", .notSo)
  /// The job was taken too often and never came to an end.
  public static let jobGivenUp = Fault.Code("job.given-up", .notSo)
  /// Something tried to change what is only ever added to.
  public static let storeAppendOnly = Fault.Code("store.append-only", .notAllowed)
  /// A transaction was used after its closure returned, or a statement is wrong.
  public static let storeDefect = Fault.Code("store.defect", .defect)
}
