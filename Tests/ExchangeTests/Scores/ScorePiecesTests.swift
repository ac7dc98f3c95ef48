// SPDX-License-Identifier: Apache-2.0

import Exchange
import Screening
import Testing
import Vocabulary

@Suite struct ScorePiecesTests {
  /// Bytes, or the fault that ends the file.
  typealias Scores = Result<String, FaultText>
  struct FaultText: Error, Equatable { let text: String }

  /// The plain way, row by row.
  static func plainly(_ bytes: [UInt8], _ screener: PreparedScreener, isStrict: Bool) -> Scores {
    var file = AnswerFile(screener, name: "a.csv", isStrict: isStrict)
    var writer = ScoreWriter(screener)
    writer.addHeader()
    return Self.scores {
      try CSVReader.read(bytes, file: "a.csv") { row in
        if let scored = try file.score(row) { writer.add(scored) }
      }
      try file.end()
      return String(decoding: writer.drain(), as: UTF8.self)
    }
  }

  /// In pieces of up to `size` bytes, each by a worker of `workers` in turn.
  static func inPieces(
    _ bytes: [UInt8], _ screener: PreparedScreener, isStrict: Bool, size: Int, workers count: Int = 2
  ) -> Scores {
    Self.scores {
      var pieces = Self.cut(bytes, size: size)[...]
      if pieces.isEmpty { pieces = [[]] }
      var reader = CSVReader(file: "a.csv")
      var job: ScorePieces?
      while job == nil, let piece = pieces.first {
        var used = 0
        job = try piece.withUnsafeBytes {
          try ScorePieces(
            AnswerFile(screener, name: "a.csv", isStrict: isStrict), &reader, headerIn: $0, isLast: pieces.count == 1,
            used: &used)
        }
        pieces[pieces.startIndex].removeSubrange(..<used)
        if job == nil { pieces.removeFirst() }
      }
      guard let job else { return "no header and no fault" }
      var workers = (0..<count).map { _ in job.worker() }
      var text = String(decoding: job.header, as: UTF8.self)
      var place = job.place
      for (index, piece) in pieces.enumerated() {
        var output = ByteOutput(capacity: 0)
        let outcome = piece.withUnsafeBytes { workers[index % count].score($0, to: &output) }
        if outcome.isStopped {
          output.cut(to: 0)
          place = try piece.withUnsafeBytes {
            try workers[index % count].scorePlainly($0, at: place, to: &output)
          }
        } else {
          place.row += outcome.rows
          place.line += outcome.lines
        }
        text += output.withBytes { String(decoding: $0, as: UTF8.self) }
      }
      return text
    }
  }

  private static func scores(_ body: () throws -> String) -> Scores {
    do {
      return .success(try body())
    } catch let fault as Fault {
      return .failure(FaultText(text: "\(fault.code.name): \(fault)"))
    } catch {
      return .failure(FaultText(text: "\(error)"))
    }
  }

  /// Cuts as a reader does that takes `size` bytes at a time.
  static func cut(_ bytes: [UInt8], size: Int) -> [[UInt8]] {
    var pieces: [[UInt8]] = []
    var open: [UInt8] = []
    var at = 0
    while at < bytes.count {
      let end = min(at + size, bytes.count)
      open += bytes[at..<end]
      at = end
      let whole = open.withUnsafeBytes { CSVPieces.wholeRows(in: $0) }
      if whole > 0 {
        pieces.append(Array(open[..<whole]))
        open.removeSubrange(..<whole)
      }
    }
    if !open.isEmpty { pieces.append(open) }
    return pieces
  }

  @Test(arguments: 0..<200) func piecesGiveWhatThePlainWayGives(_ seed: Int) throws {
    var files = RandomAnswerFile(seed: UInt64(seed))
    let bytes = files.bytes(rows: 1 + files.random.below(60), rarity: [3, 12, 60, 500][seed % 4])
    for tier in ["targeted", "targeted, soon"] {
      let screener = try PieceScreener.screener(tier: tier)
      for isStrict in [false, true] {
        let plain = Self.plainly(bytes, screener, isStrict: isStrict)
        for size in [1 + files.random.below(300), bytes.count] {
          #expect(Self.inPieces(bytes, screener, isStrict: isStrict, size: size) == plain)
        }
      }
    }
  }

  @Test func theRandomFilesComeToRowsAndToEveryKindOfFault() throws {
    let screener = try PieceScreener.screener()
    var seen: Set<String> = []
    for seed in 0..<200 {
      var files = RandomAnswerFile(seed: UInt64(seed))
      let bytes = files.bytes(rows: 1 + files.random.below(60), rarity: [3, 12, 60, 500][seed % 4])
      switch Self.plainly(bytes, screener, isStrict: seed % 8 > 5) {
      case .success: seen.insert("rows")
      case .failure(let fault): seen.insert(String(fault.text.prefix { $0 != ":" }))
      }
    }
    #expect(
      seen.isSuperset(of: [
        "rows", "csv.quote", "csv.ragged", "csv.encoding", "csv.line-end", "score.cell", "score.unscored",
        "screening.unknown-response",
      ]), "\(seen)")
  }

  /// What stands at the end of a file, or is all of it.
  @Test(arguments: [
    "", "\n", "\n\n\r\n", "\u{FEFF}", "child_ref", "child_ref,child_ref\n", "\"never", "\"never closed\n\n", "a\rb",
    "\"\"\n",
    "child_ref,birth_date,test_date,A1,A2,A3", "child_ref,birth_date,test_date,A1,A2,A3\n",
    "child_ref,birth_date,test_date,A1,A2,A3\r\nc,2022-09-15,2026-11-30,1,1,1",
    "child_ref,birth_date,test_date,A1,A2,A3\nc,2022-09-15,2026-11-30,1,1,1\r",
    "child_ref,birth_date,test_date,A1,A2,A3\nc,2022-09-15,2026-11-30,1,1,",
    "child_ref,birth_date,test_date,A1,A2,A3\nc,2022-09-15,2026-11-30,1,1,1\n\n\nd,2022-09-15,soon,1,1,1\n",
    "child_ref,birth_date,test_date,A1,A2,A3\n\"c\nc\",2022-09-15,2026-11-30,1,1,\"1\"\nd,2022-09-15,\"2026-11-30",
  ])
  func theEdgesOfAFileAreTheSame(_ text: String) throws {
    let screener = try PieceScreener.screener()
    for isStrict in [false, true] {
      let plain = Self.plainly(Array(text.utf8), screener, isStrict: isStrict)
      for size in 1...max(1, text.utf8.count) {
        #expect(Self.inPieces(Array(text.utf8), screener, isStrict: isStrict, size: size) == plain, "\(size)")
      }
    }
  }

  @Test(arguments: [65_535, 65_536, 65_537, 200_000]) func aLongCellIsTheSame(_ length: Int) throws {
    let screener = try PieceScreener.screener()
    let long = String(repeating: "x", count: length)
    for cell in [long, "\"\(long)\"", "\"\(long)"] {
      let text = "child_ref,birth_date,test_date,A1,A2,A3\n\(cell),2022-09-15,2026-11-30,1,1,1\n"
      let plain = Self.plainly(Array(text.utf8), screener, isStrict: false)
      #expect(Self.inPieces(Array(text.utf8), screener, isStrict: false, size: 1 << 20) == plain)
    }
  }

  @Test func aRowWithoutAnEndIsRefusedBeforeTheFileIsRead() throws {
    let screener = try PieceScreener.screener()
    let start = "child_ref,birth_date,test_date,A1,A2,A3\n\""
    for filler in ["x", ",", "\n", "\"\""] {
      let bytes = Array((start + String(repeating: filler, count: CSVPieces.longestRow / filler.utf8.count)).utf8)
      guard case .failure(let fault) = Self.inPieces(bytes, screener, isStrict: false, size: bytes.count) else {
        Issue.record("a row of \(bytes.count) bytes was read")
        continue
      }
      #expect(fault.text.hasPrefix("csv.too-large: a cell is longer than 65536 bytes (a.csv:2:1)"), "\(fault.text)")
    }
  }
}
