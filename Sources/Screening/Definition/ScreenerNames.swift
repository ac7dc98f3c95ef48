// SPDX-License-Identifier: Apache-2.0

public import Vocabulary

public enum ScreenerTag {}
public enum ResponseSetTag {}
public enum ResponseTag {}
public enum SectionTag {}
public enum ItemTag {}
public enum ScoreTag {}
public enum NormsTag {}
public enum BandTag {}
public enum BankTag {}
public enum TierTag {}

/// Names an instrument across its versions: `elsec.open-demo`.
public typealias ScreenerID = ID<ScreenerTag>
public typealias ResponseSetID = ID<ResponseSetTag>
/// What is written down for one item: `C`, `ALW`. Case counts.
public typealias ResponseCode = ID<ResponseTag>
public typealias SectionID = ID<SectionTag>
/// Names one item for good; scores refer to items by code, never by their text.
public typealias ItemCode = ID<ItemTag>
public typealias ScoreName = ID<ScoreTag>
public typealias NormsID = ID<NormsTag>
/// Names a set of item parameters.
public typealias BankID = ID<BankTag>
/// What a screener calls a range of its score: `red`, `expected`.
public typealias BandID = ID<BandTag>
/// A level of support. Tiers are data: each definition names its own.
public typealias TierName = ID<TierTag>

extension BandID {
  /// The band of a child whose score must not be read against the norms. No definition may use it.
  public static let notNormed = BandID("not-normed")
}
