import Dispatch
import Experiments
import Imaging

/// Where all pictures of a server are painted: one after the other on all cores, everybody in turn,
/// and of every painter only the newest wish.
public final class Studio: Sendable {
  private let turns: Turns
  private let worker: Worker
  /// Full sizes take long: one at a time, while others go on painting.
  private let enlarger = DispatchQueue(label: "hintbench.enlarger", qos: .utility)

  /// Opens a studio.
  ///
  /// - Parameters:
  ///   - kit: makes the methods.
  ///   - easels: how many pictures under a method are kept ready.
  public init(kit: MethodKit, easels: Int = 8) {
    turns = Turns()
    worker = Worker(shelf: EaselShelf(kit: kit, capacity: easels))
  }

  /// Paints a state; a newer call of the same painter takes the place of one that waits.
  ///
  /// - Parameters:
  ///   - painter: whose wish it is, such as a session's name.
  ///   - picture: the picture.
  ///   - state: what is wished.
  ///   - selected: the place to suggest colours for.
  /// - Returns: nil where a newer wish came first.
  /// - Throws: ``PaintingError``.
  public func paint(
    painter: String, _ picture: OpenPicture, _ state: PaintingState, selected: Place?
  ) async throws -> Painting? {
    guard await turns.wait(for: painter, isReplaceable: true) else { return nil }
    let result = await worker.run { shelf throws(PaintingError) in
      try shelf.easel(picture, method: state.method).paint(state, selected: selected)
    }
    if state.points.isEmpty, case .success = result {
      Task { await prepare(picture, method: state.method) }
    } else {
      await turns.finish()
    }
    return try result.get()
  }

  /// Does ahead what a first point will need, and ends the turn; the result is on its way by then.
  private func prepare(_ picture: OpenPicture, method: String) async {
    // What goes wrong here goes wrong again, and is told, when the point is painted.
    _ = await worker.run { shelf throws(PaintingError) in
      try shelf.easel(picture, method: method).prepareForNextPoint()
    }
    await turns.finish()
  }

  /// Paints at the picture's own size; waits for its turn and is not replaced. Others go on painting
  /// while chrominance is enlarged.
  ///
  /// - Throws: ``PaintingError``.
  public func paintFullSize(
    painter: String, _ picture: OpenPicture, _ state: PaintingState
  ) async throws -> RGBImage {
    _ = await turns.wait(for: painter, isReplaceable: false)
    let result = await worker.run { shelf throws(PaintingError) in
      try shelf.easel(picture, method: state.method).enlarging(state)
    }
    await turns.finish()
    let enlarge = try result.get()
    return await withCheckedContinuation { continuation in
      enlarger.async { continuation.resume(returning: enlarge()) }
    }
  }

  /// Frees what is kept ready for pictures that nobody has painted for so long.
  public func closeIdle(after pause: Duration) async {
    _ = await turns.wait(for: "", isReplaceable: false)
    _ = await worker.run { shelf throws(PaintingError) in
      shelf.clear(unusedSince: .now - pause)
    }
    await turns.finish()
  }

  /// Frees what is kept ready for a picture that nobody paints any more.
  public func close(_ picture: OpenPicture) async {
    _ = await turns.wait(for: "", isReplaceable: false)
    _ = await worker.run { shelf throws(PaintingError) in shelf.clear(picture) }
    await turns.finish()
  }
}

/// Runs one piece of work at a time on a thread of its own, away from those that serve requests.
private final class Worker: @unchecked Sendable {
  private let queue = DispatchQueue(label: "hintbench.studio", qos: .userInitiated)
  private let shelf: EaselShelf

  init(shelf: EaselShelf) { self.shelf = shelf }

  func run<Value: Sendable>(
    _ work: @escaping @Sendable (EaselShelf) throws(PaintingError) -> Value
  ) async -> Result<Value, PaintingError> {
    await withCheckedContinuation { continuation in
      queue.async { [self] in
        let result = Result { () throws(PaintingError) in try work(shelf) }
        continuation.resume(returning: result)
      }
    }
  }
}
