// SPDX-License-Identifier: Apache-2.0

import Scheduling
import SchedulingSolver
import Synchronization
import Vocabulary

/// What a search says, until its worker has told the store.
final class JobWatch: Sendable {
  struct News: Sendable {
    fileprivate(set) var seq: Int
    fileprivate(set) var progress: SolverProgress?
    fileprivate(set) var best: (problem: RotaProblem, answer: RotaAnswer)?
    /// How many rotas were handed out.
    fileprivate var rotas = 0
  }

  private let state: Mutex<News>

  /// - Parameter seq: of the last report of the job.
  init(after seq: Int) { self.state = Mutex(News(seq: seq)) }

  func take(_ progress: SolverProgress) {
    self.state.withLock { news in
      if news.progress == nil { news.seq += 1 }
      news.progress = progress
    }
  }

  func take(_ best: RotaAnswer, of problem: RotaProblem) {
    self.state.withLock { news in
      news.best = (problem, best)
      news.rotas += 1
    }
  }

  /// What was said and not yet told.
  var news: News { self.state.withLock { $0 } }

  /// What came since then stays to be told.
  func told(_ told: News) {
    self.state.withLock { news in
      if news.rotas == told.rotas { news.best = nil }
      if told.progress != nil {
        if news.progress == told.progress { news.progress = nil } else { news.seq += 1 }
      }
    }
  }
}
