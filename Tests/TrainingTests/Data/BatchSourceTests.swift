import Foundation
import Testing
import Training

@Suite struct BatchSourceTests {
  private func plan(_ count: Int, first: Int = 0, seed: UInt64 = 7, size: Int = 16) -> BatchPlan {
    BatchPlan(
      count: count, size: size, firstSample: first, seed: seed, kinds: .points,
      bins: .inGamut313)
  }

  @Test func batchesDoNotDependOnThreads() throws {
    let data = try PhotographFixture(scenes: 6)
    let expected = try batches(try data.data(), plan(3), 8)
    for threads in [2, 5] {
      #expect(try batches(try data.data(), plan(3), 8, threads: threads) == expected)
    }
    #expect(Set(expected.map(\.picture)).count == 8)
  }

  @Test func samplesDoNotDependOnWhereOneStarts() throws {
    let folder = try PhotographFixture(scenes: 6)
    let data = try folder.data()
    let all = try batches(data, plan(12), 1)[0]
    let later = try batches(data, plan(4, first: 4), 2, threads: 2)
    for (number, batch) in later.enumerated() {
      let first = 4 + 4 * number
      expectEqual(batch.picture, all.picture, from: first * 4 * 256)
      expectEqual(batch.chrominance, all.chrominance, from: first * 2 * 256)
      expectEqual(batch.bins, all.bins, from: first * 16 * 10)
      expectEqual(batch.binWeights, all.binWeights, from: first * 16 * 10)
    }
  }

  private func expectEqual<Number: Equatable>(_ part: [Number], _ all: [Number], from first: Int) {
    #expect(part == Array(all[first..<(first + part.count)]))
  }

  @Test func seedsAndVariantsChooseWhatTheySay() throws {
    let folder = try PhotographFixture(scenes: 6)
    let data = try folder.data()
    let first = try batches(data, plan(4), 1)[0]
    #expect(try batches(data, plan(4, seed: 8), 1)[0].chrominance != first.chrominance)
    // Networks of both kinds see the same pictures.
    let global = BatchPlan(count: 4, size: 16, seed: 7, kinds: .statistics, bins: nil)
    #expect(try batches(data, global, 1)[0].chrominance == first.chrominance)
  }

  @Test func theNextSampleIsThePosition() throws {
    let folder = try PhotographFixture(scenes: 4)
    let data = try folder.data()
    let source = BatchSource(data, plan: plan(3, first: 30), threads: 2, ahead: 4)
    #expect(source.nextSample == 30)
    _ = try source.next()
    _ = try source.next()
    #expect(source.nextSample == 36)
    let third = try source.next()
    let resumed = BatchSource(data, plan: plan(3, first: 36))
    #expect(try resumed.next() == third)
    #expect(source.waitedSeconds > 0)
  }

  @Test(.timeLimit(.minutes(1)), arguments: [1, 3])
  func onlySoManyBatchesArePreparedAhead(_ threads: Int) throws {
    let folder = try PhotographFixture(scenes: 2)
    let source = BatchSource(
      try folder.data(), plan: plan(1), threads: threads, ahead: 3)
    for _ in 0..<4 {
      while source.readyCount < 3 { Thread.sleep(forTimeInterval: 0.001) }
      // Time for many more, if there were no bound.
      Thread.sleep(forTimeInterval: 0.05)
      #expect(source.readyCount == 3)
      _ = try source.next()
    }
  }

  @Test(.timeLimit(.minutes(1)), arguments: [0, 1, 5])
  func droppingASourceStopsItsThreads(_ taken: Int) throws {
    let folder = try PhotographFixture(scenes: 2)
    weak var data: TrainingData?
    do {
      let held = try folder.data()
      data = held
      let source = BatchSource(held, plan: plan(2), threads: 3, ahead: 2)
      for _ in 0..<taken { _ = try source.next() }
    }
    // Threads hold the data; the last of them lets go a moment after it has reported its end.
    while data != nil { Thread.sleep(forTimeInterval: 0.001) }
  }
}
