// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

/// One version of one instrument, as its file says it.
///
/// A value may break the format's rules (it holds what was written); ``DefinitionCheck`` finds what is
/// wrong, and only a definition without findings can become a ``PreparedScreener``.
public struct ScreenerDefinition: Hashable, Sendable {
  public enum Status: String, Sendable, CaseIterable {
    /// Made-up norms: for trying out, never for a child.
    case demo
    case draft
    case active
    case retired
  }

  /// The only format this version reads.
  public static let format = "screener/1"

  public var id: ScreenerID
  public var version: ScreenerVersion
  public var status: Status
  public var title: TextByLanguage
  public var licence: Licence
  public var provenance: [Provenance]
  public var age: AgePolicy
  /// `nil`: the norms hold for every child, or there are none.
  public var normsApply: NormsApply?
  public var responses: [ResponseSet]
  public var sections: [ScreenerSection]
  public var administer: [SectionAdministration]
  /// `nil`: every section for the child's age is given.
  public var route: SectionRoute?
  public var scores: [ScoreDeclaration]
  public var norms: [NormTable]
  public var lookups: [LookupTable]
  public var banks: [ItemParameters]
  public var bands: [ScoreBand]
  public var tiers: [TierRule]
  public var rescreen: RescreenRule?
  public var changes: [VersionChange]
  /// SHA-256 of the definition file's bytes; with a licence holder's file, of those and that file's together.
  public var hash: Digest
  /// The licence holder's edition, where their file supplied wording, cuts or norms.
  public var edition: String?
  /// SHA-256 of that file's content; `nil` without one.
  public var contentHash: Digest?

  public init(
    id: ScreenerID,
    version: ScreenerVersion,
    status: Status,
    title: TextByLanguage,
    licence: Licence,
    provenance: [Provenance],
    age: AgePolicy,
    normsApply: NormsApply?,
    responses: [ResponseSet],
    sections: [ScreenerSection],
    administer: [SectionAdministration],
    route: SectionRoute? = nil,
    scores: [ScoreDeclaration],
    norms: [NormTable],
    lookups: [LookupTable] = [],
    banks: [ItemParameters] = [],
    bands: [ScoreBand],
    tiers: [TierRule],
    rescreen: RescreenRule?,
    changes: [VersionChange],
    hash: Digest,
    edition: String? = nil,
    contentHash: Digest? = nil
  ) {
    self.id = id
    self.version = version
    self.status = status
    self.title = title
    self.licence = licence
    self.provenance = provenance
    self.age = age
    self.normsApply = normsApply
    self.responses = responses
    self.sections = sections
    self.administer = administer
    self.route = route
    self.scores = scores
    self.norms = norms
    self.lookups = lookups
    self.banks = banks
    self.bands = bands
    self.tiers = tiers
    self.rescreen = rescreen
    self.changes = changes
    self.hash = hash
    self.edition = edition
    self.contentHash = contentHash
  }
}
