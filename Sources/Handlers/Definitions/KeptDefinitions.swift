// SPDX-License-Identifier: Apache-2.0

import Screening
import Storage
public import Vocabulary

extension Records {
  /// Keeps the files of a definition that has just scored something which is kept; the first time only.
  ///
  /// - Throws: `definition.changed` when the files in use are no longer those the definition was read from.
  func keepDefinition(_ definition: ScreenerDefinition, _ practice: Practice) throws {
    guard try self.definition(definition.hash) == nil else { return }
    let named = "\(definition.id)@\(definition.version)"
    let source = try practice.definitions.files(named)
    let hashes = source.files.values.map { bytes in
      let own = practice.hash(bytes)
      // A licence holder's content is no file that is kept; the definition's hash covers it all the same.
      return source.localSHA256.map { practice.hash(Array("\(own) \($0)".utf8)) } ?? own
    }
    guard hashes.contains(definition.hash) else {
      throw Fault(
        .definitionChanged, "the files of \(named) are not those that it was read from", at: named,
        maybe: "nobody may change a definition while it scores; run the command again")
    }
    try self.keep(
      DefinitionRecord(
        hash: definition.hash, screener: definition.id.rawValue, version: "\(definition.version)",
        localSHA256: source.localSHA256, localEdition: source.localEdition, at: self.now),
      files: source.files.sorted { $0.key < $1.key }.map {
        DefinitionFileRecord(hash: definition.hash, name: $0.key, bytes: $0.value)
      })
  }
}

/// Finds the definition that scored a record by its hash: in the content folder first, then among what is kept
/// beside the records. Each is looked for once.
struct DefinitionShelf {
  enum Place: String, Sendable {
    case content
    case archive
  }

  private struct Found {
    let screener: PreparedScreener
    let place: Place
  }

  private let practice: Practice
  private var known: [Digest: Result<Found, Fault>] = [:]

  init(_ practice: Practice) { self.practice = practice }

  /// - Throws: `definition.not-at-hand` when it is in neither place; what reading or preparing it throws.
  mutating func screener(for record: ScreeningRecord, in records: Records) throws -> (PreparedScreener, Place) {
    if let known = self.known[record.definitionHash] {
      let found = try known.get()
      return (found.screener, found.place)
    }
    do {
      let found = try self.look(for: record, in: records)
      self.known[record.definitionHash] = .success(found)
      return (found.screener, found.place)
    } catch let fault as Fault {
      self.known[record.definitionHash] = .failure(fault)
      throw fault
    }
  }

  private func look(for record: ScreeningRecord, in records: Records) throws -> Found {
    let named = "\(record.screener)@\(record.version)"
    if let definition = try? self.practice.screener(named), definition.hash == record.definitionHash {
      return Found(screener: try PreparedScreener(definition), place: .content)
    }
    guard let kept = try records.definition(record.definitionHash) else {
      throw Fault(
        .definitionNotAtHand,
        "the definition that scored it (\(named)) is neither in the content folder nor kept with the records",
        at: "definition \(record.definitionHash)",
        maybe: "put that version's folder back, or score it anew with 'elsec screen rescore'")
    }
    let files = try records.files(ofDefinition: kept.hash)
    let definition = try self.practice.definitions.read(
      DefinitionFiles(
        files: Dictionary(files.map { ($0.name, $0.bytes) }, uniquingKeysWith: { first, _ in first }),
        localSHA256: kept.localSHA256, localEdition: kept.localEdition))
    guard definition.hash == kept.hash else {
      throw Fault(
        .definitionNotAtHand, "the kept files of \(named) are another definition",
        at: "definition \(kept.hash)", maybe: "run 'elsec store check'")
    }
    return Found(screener: try PreparedScreener(definition), place: .archive)
  }
}

extension Fault.Code {
  /// A definition's files changed between reading and keeping it.
  public static let definitionChanged = Fault.Code("definition.changed", .badInput)
  /// The definition that scored a record is not to be had any more.
  public static let definitionNotAtHand = Fault.Code("definition.not-at-hand", .notSo)
}
