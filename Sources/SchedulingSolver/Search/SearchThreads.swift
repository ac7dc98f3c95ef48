// SPDX-License-Identifier: Apache-2.0

import Glibc

/// Runs every piece of a task on a new thread. A search never waits, and on the threads that tasks share it would
/// keep all others from going on.
final class SearchThreads: TaskExecutor {
  func enqueue(_ job: consuming ExecutorJob) {
    let piece = Piece(job: UnownedJob(job), executor: self)
    let box = Unmanaged.passRetained(piece)
    var thread = pthread_t()
    let failed = pthread_create(
      &thread, nil,
      { box in
        if let box { Unmanaged<Piece>.fromOpaque(box).takeRetainedValue().run() }
        return nil
      }, box.toOpaque())
    if failed == 0 {
      pthread_detach(thread)
    } else {
      box.release()
      piece.run()
    }
  }

  private final class Piece {
    let job: UnownedJob
    let executor: SearchThreads

    init(job: UnownedJob, executor: SearchThreads) {
      self.job = job
      self.executor = executor
    }

    func run() { self.job.runSynchronously(on: self.executor.asUnownedTaskExecutor()) }
  }
}
