import CNeuralKernels
import Foundation
import Glibc
import Testing

/// Loops on several threads: every item once, on threads that do not burn the processor while they
/// wait.
@Suite struct ParallelTests {
  /// A loop's notes: of each item how often it was done and by which thread.
  private final class Notes {
    let count: Int
    let times: UnsafeMutablePointer<Int32>
    let places: UnsafeMutablePointer<Int32>

    init(_ count: Int) {
      self.count = count
      times = .allocate(capacity: count)
      times.initialize(repeating: 0, count: count)
      places = .allocate(capacity: count)
      places.initialize(repeating: -1, count: count)
    }

    deinit {
      times.deallocate()
      places.deallocate()
    }

    var isEveryItemDoneOnce: Bool { (0..<count).allSatisfy { times[$0] == 1 } }
    var highestPlace: Int32 { (0..<count).map { places[$0] }.max() ?? -1 }

    /// Runs a loop over all items.
    func run(_ body: @escaping hb_body) {
      hb_parallel(count, body, Unmanaged.passUnretained(self).toOpaque())
    }

    static func of(_ context: UnsafeRawPointer?) -> Notes? {
      context.map { Unmanaged<Notes>.fromOpaque($0).takeUnretainedValue() }
    }
  }

  private static let note: hb_body = { context, begin, end in
    guard let notes = Notes.of(context) else { return }
    for item in begin..<end {
      notes.times[item] += 1
      notes.places[item] = hb_thread_index()
    }
  }

  @Test(arguments: [1, 2, 3, 8], [1, 2, 7, 64, 1000])
  func everyItemIsDoneOnce(_ threads: Int32, _ count: Int) {
    hb_set_threads(threads)
    defer { hb_set_threads(1) }
    for _ in 0..<50 {
      let notes = Notes(count)
      notes.run(Self.note)
      #expect(notes.isEveryItemDoneOnce && notes.highestPlace < threads)
    }
    #expect(hb_threads() == threads && hb_thread_index() == 0)
  }

  /// Loops of many threads at the same time, of which one at most has helpers.
  @Test func loopsSideBySideDoNotMix() async {
    let good = await withTaskGroup(of: Bool.self) { group in
      for task in 0..<8 {
        group.addTask {
          hb_set_threads(3)
          defer { hb_set_threads(1) }
          return (0..<200).allSatisfy { round in
            let notes = Notes(1 + (task * 31 + round) % 90)
            notes.run(Self.note)
            return notes.isEveryItemDoneOnce && notes.highestPlace < 3
          }
        }
      }
      return await group.reduce(true) { $0 && $1 }
    }
    #expect(good)
  }

  @Test func aLoopInALoopStaysOnItsThread() {
    hb_set_threads(2)
    defer { hb_set_threads(1) }
    let notes = Notes(40)
    notes.run { context, begin, end in
      guard let outer = Notes.of(context) else { return }
      for item in begin..<end {
        let inner = Notes(20)
        inner.run(Self.note)
        let places = Set((0..<20).map { inner.places[$0] })
        if inner.isEveryItemDoneOnce, places == [hb_thread_index()] { outer.times[item] += 1 }
      }
    }
    #expect(notes.isEveryItemDoneOnce)
  }

  /// Seconds that the calling thread computed.
  private static func computed() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + 1e-9 * Double(time.tv_nsec)
  }

  /// The least of three measurements; those that did not come about, up to twenty, do not count.
  private static func least(_ body: () -> Double?) -> Double? {
    var found: [Double] = []
    for _ in 0..<20 where found.count < 3 {
      if let value = body() { found.append(value) }
    }
    return found.min()
  }

  /// One thread sleeps in its part for 50 ms; who waits for it computes next to nothing.
  @Test func waitingForAThreadTakesNoTime() throws {
    hb_set_threads(2)
    defer { hb_set_threads(1) }
    let waited = Self.least {
      let notes = Notes(16)
      let start = Self.computed()
      notes.run { context, begin, end in
        guard let notes = Notes.of(context) else { return }
        for item in begin..<end {
          notes.places[item] = hb_thread_index()
          // The caller gives the other thread time to come.
          usleep(hb_thread_index() == 0 ? 2000 : 50_000)
        }
      }
      // Without the other thread there was nobody to wait for.
      return notes.highestPlace == 1 ? Self.computed() - start : nil
    }
    #expect(try #require(waited, "no second thread ever came") < 0.005)
  }

  /// oneDNN's threads, which are libgomp's: by itself it spins for milliseconds.
  @Test func oneDNNsThreadsSleepWhileTheyWait() throws {
    typealias Region =
      @convention(c) (
        @convention(c) (UnsafeMutableRawPointer?) -> Void, UnsafeMutableRawPointer?, UInt32, UInt32
      ) -> Void
    hb_set_threads(2)
    defer { hb_set_threads(1) }
    let symbol = try #require(dlsym(nil, "GOMP_parallel"))
    let region = unsafeBitCast(symbol, to: Region.self)
    let caller = UnsafeMutablePointer<pthread_t>.allocate(capacity: 1)
    defer { caller.deallocate() }
    caller.pointee = pthread_self()
    let waited = Self.least {
      let start = Self.computed()
      region({ if $0?.load(as: pthread_t.self) != pthread_self() { usleep(50_000) } }, caller, 2, 0)
      return Self.computed() - start
    }
    #expect(try #require(waited) < 0.0005)
  }
}
