// SPDX-License-Identifier: Apache-2.0

import Storage
import Synchronization
import Testing
import Vocabulary

@testable import StoragePostgres

@Suite struct LeaseQueueTests {
  private static func lease(_ area: AreaID?, writing: Bool = true, sharing: Bool = true, deadline: Int = 100) -> Lease {
    Lease(
      area.map { .area($0) } ?? .everywhere, isWriting: writing, isSharing: sharing, deadline: deadline,
      body: { _ in }, answer: { _ in })
  }

  private static func queue(_ leases: [Lease]) -> LeaseQueue {
    var queue = LeaseQueue()
    for lease in leases { _ = queue.append(lease, most: leases.count) }
    return queue
  }

  @Test func anAreaHasOneWriterAtATime() {
    var queue = Self.queue([Self.lease("A", sharing: false), Self.lease("A", sharing: false)])
    #expect(queue.next()?.count == 1)
    #expect(!queue.hasWork)
    #expect(queue.next() == nil)
    queue.release("A")
    #expect(queue.hasWork)
    #expect(queue.next()?.count == 1)
  }

  @Test func theWritersOfAnotherAreaNeedNotWait() {
    var queue = Self.queue([Self.lease("A"), Self.lease("B")])
    #expect(queue.next()?.map(\.turn) == ["A"])
    #expect(queue.next()?.map(\.turn) == ["B"])
  }

  @Test func readersTakeNoTurns() {
    var queue = Self.queue([Self.lease("A"), Self.lease("A", writing: false), Self.lease(nil), Self.lease(nil)])
    #expect(queue.next()?.first?.isWriting == true)
    #expect(queue.next()?.first?.isWriting == false)
    #expect(queue.next()?.first?.turn == nil)
    #expect(queue.next()?.first?.turn == nil)
    #expect(queue.next() == nil)
  }

  @Test func sixteenAtMostShareATransaction() {
    var queue = Self.queue((0..<20).map { _ in Self.lease("A") })
    #expect(queue.next()?.count == 16)
    queue.release("A")
    #expect(queue.next()?.count == 4)
  }

  @Test func noTransactionIsOfTwoAreas() {
    var queue = Self.queue((0..<20).map { Self.lease($0 % 3 == 0 ? "A" : "B") })
    var groups: [[Lease]] = []
    while let group = queue.next() { groups.append(group) }
    #expect(groups.map(\.count) == [7, 13])
    for group in groups { #expect(Set(group.map(\.turn)).count == 1) }
  }

  @Test func whatDoesNotShareIsAlone() {
    let alone = Self.lease("A", sharing: false)
    var queue = Self.queue([Self.lease("A"), alone, Self.lease("A"), Self.lease(nil), Self.lease("A", writing: false)])
    let first = queue.next()
    #expect(first?.count == 2)
    #expect(first?.contains { $0 === alone } == false)
    queue.release("A")
    #expect(queue.next()?.map { $0 === alone } == [true])
  }

  @Test func theOldestGoesFirst() {
    let leases = (0..<5).map { _ in Self.lease(nil) }
    var queue = Self.queue(leases)
    for lease in leases { #expect(queue.next()?.first === lease) }
  }

  @Test func thoseWhoseTimeIsUpAreTakenOut() {
    var queue = Self.queue([1, 5, 9].map { Self.lease(nil, deadline: $0) })
    #expect(queue.takeOverdue(at: 0).isEmpty)
    #expect(queue.takeOverdue(at: 5).map(\.deadline) == [1, 5])
    #expect(queue.takeOverdue(at: 5).isEmpty)
    #expect(queue.waiting.map(\.deadline) == [9])
  }

  @Test func thoseThatWereCancelledNeitherGoNorCount() {
    let leases = (0..<3).map { _ in Self.lease(nil) }
    var queue = Self.queue(leases)
    let tooMany = queue.append(Self.lease(nil), most: 3)
    #expect(!tooMany)
    leases[0].cancel()
    leases[2].cancel()
    let isAdded = queue.append(Self.lease(nil), most: 3)
    #expect(isAdded)
    #expect(queue.next()?.first === leases[1])
    #expect(queue.waiting.count == 1)
  }

  @Test func takingAllLeavesNone() {
    var queue = Self.queue([Self.lease("A"), Self.lease(nil)])
    #expect(queue.takeAll().count == 2)
    #expect(queue.next() == nil)
  }
}

@Suite struct LeaseTests {
  private final class Answers: Sendable {
    private let kept = Mutex<[Fault.Code?]>([])
    var all: [Fault.Code?] { self.kept.withLock { $0 } }
    func add(_ error: (any Error)?) { self.kept.withLock { $0.append((error as? Fault)?.code) } }
  }

  private static func lease(_ answers: Answers) -> Lease {
    Lease(
      .everywhere, isWriting: true, isSharing: false, deadline: 0, body: { _ in }, answer: { answers.add($0) })
  }

  @Test func aLeaseIsAnsweredOnce() {
    let answers = Answers()
    let lease = Self.lease(answers)
    #expect(lease.begin(on: Wake()))
    lease.finish(nil)
    lease.finish(Fault(.storeDefect, ""))
    lease.cancel()
    #expect(answers.all == [nil])
  }

  @Test func workThatWasCancelledWhileItWaitedDoesNotBegin() {
    let answers = Answers()
    let lease = Self.lease(answers)
    lease.cancel()
    #expect(!lease.begin(on: Wake()))
    #expect(lease.isAnswered)
    lease.finish(nil)
    #expect(answers.all == [.storeCancelled])
  }

  @Test func workAtHandIsToldAndAnswersItself() {
    let answers = Answers()
    let lease = Self.lease(answers)
    #expect(lease.begin(on: Wake()))
    #expect(!lease.isCancelled)
    lease.cancel()
    #expect(lease.isCancelled)
    #expect(answers.all.isEmpty)
    lease.finish(Fault(.storeCancelled, ""))
    #expect(answers.all == [.storeCancelled])
  }
}
