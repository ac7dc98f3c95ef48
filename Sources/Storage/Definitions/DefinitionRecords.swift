// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

extension Reading {
  /// The kept definition of a hash; `nil` when nothing kept was scored by it.
  public func definition(_ hash: Digest) throws -> DefinitionRecord? { try self.find(key: [hash]) }

  /// Every kept definition, by screener, version and hash.
  public func definitions() throws -> [DefinitionRecord] {
    try self.list("WHERE area = $1 ORDER BY screener, version, hash")
  }

  /// The files of a kept definition by name; empty when it is not kept.
  public func files(ofDefinition hash: Digest) throws -> [DefinitionFileRecord] {
    try self.list("WHERE area = $1 AND hash = $2 ORDER BY name", [hash])
  }
}

extension Records {
  /// Keeps a definition with its files. One that is kept already stays as it is.
  ///
  /// - Throws: `store.conflict` without files, or when the hash of none of them is the definition's.
  @discardableResult
  public func keep(_ definition: DefinitionRecord, files: [DefinitionFileRecord]) throws -> Change {
    guard try self.definition(definition.hash) == nil else { return .unchanged }
    guard files.contains(where: { self.hash($0.bytes) == definition.hash }),
      files.allSatisfy({ $0.hash == definition.hash })
    else {
      throw Fault(
        .storeConflict,
        "the files of the definition are not those that its hash names",
        at: "definition \(definition.hash)",
        maybe: "nobody may change a definition while it scores; run the command again"
      )
    }
    try self.insertSilently(definition)
    for file in files { try self.insertSilently(file) }
    try self.audit(
      .add,
      DefinitionRecord.table.name,
      definition.entity,
      content: CanonicalBytes(of: definition.values + files.flatMap(\.values)).bytes
    )
    return .added
  }
}
