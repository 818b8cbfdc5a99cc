import Colorimetry
import Colorization
import Experiments
import Foundation
import Imaging

/// One picture under one method: holds what the method reuses from point to point.
///
/// For one thread at a time.
public final class Easel {
  private let picture: OpenPicture
  private var session: Session
  /// What the session made last: suggestions are asked for a state that has just been painted.
  private var last: (state: PaintingState, colorization: Colorization)?

  private enum Session {
    case plain(any ColorizationSession)
    case suggesting(any ColorSuggestingSession)
    case guided(any GloballyGuidedSession)
  }

  /// Opens a picture under a method.
  ///
  /// - Throws: ``PaintingError/methodFailed(_:exitCode:)``.
  public init(_ picture: OpenPicture, method: any Colorizer) throws(PaintingError) {
    self.picture = picture
    do {
      if let guided = method as? any GloballyGuided {
        session = .guided(try guided.guidedSession(for: picture.lightness))
      } else if let suggesting = method as? any ColorSuggesting, suggesting.canSuggest {
        session = .suggesting(try suggesting.suggestingSession(for: picture.lightness))
      } else {
        session = .plain(try method.session(for: picture.lightness))
      }
    } catch {
      throw Self.explained(error)
    }
  }

  /// Colorizes, and suggests colours for a place.
  ///
  /// - Parameters:
  ///   - state: whose method is this easel's.
  ///   - selected: a place in the working size; outside of it nothing is suggested.
  public func paint(
    _ state: PaintingState, selected: Place? = nil
  ) throws(PaintingError) -> Painting {
    let start = ContinuousClock.now
    let colorization = try colorized(state)
    let seconds = (ContinuousClock.now - start) / .seconds(1)
    return Painting(
      picture: colorization.rendered(lightness: picture.lightness),
      suggestions: selected.map(suggestions) ?? [], seconds: seconds)
  }

  /// Does ahead what the next point will need, while the painter looks at the picture.
  ///
  /// - Throws: ``PaintingError/methodFailed(_:exitCode:)``.
  public func prepareForNextPoint() throws(PaintingError) {
    do {
      switch session {
      case .plain(var open):
        defer { session = .plain(open) }
        try open.prepareForNextPoint()
      case .suggesting(var open):
        defer { session = .suggesting(open) }
        try open.prepareForNextPoint()
      case .guided: break
      }
    } catch {
      throw Self.explained(error)
    }
  }

  /// The result at the picture's own size, as `hintbench colorize --size full` makes it.
  public func paintFullSize(_ state: PaintingState) throws(PaintingError) -> RGBImage {
    try enlarging(state)()
  }

  /// Colorizes; what is left to do for the full size can be done on any thread, and takes a while.
  func enlarging(_ state: PaintingState) throws(PaintingError) -> @Sendable () -> RGBImage {
    let (picture, chrominance) = (picture, try colorized(state).chrominance)
    return {
      let full = LabImage(picture.original).lightness
      let enlarged = ChrominanceEnlargement.jointBilateral.enlarge(
        chrominance, lightness: picture.lightness, to: full)
      return LabImage(lightness: full, chrominance: enlarged).truncated()
    }
  }

  private func colorized(_ state: PaintingState) throws(PaintingError) -> Colorization {
    if let last, last.state == state { return last.colorization }
    last = nil
    let colorization = try colorizedAnew(state)
    last = (state, colorization)
    return colorization
  }

  private func colorizedAnew(_ state: PaintingState) throws(PaintingError) -> Colorization {
    let hints = try state.hints()
    let global = try state.global.hints()
    do {
      switch session {
      case .plain(var open):
        defer { session = .plain(open) }
        return try open.colorize(hints)
      case .suggesting(var open):
        defer { session = .suggesting(open) }
        return try open.colorize(hints)
      case .guided(var open):
        defer { session = .guided(open) }
        return try open.colorize(guidedBy: global)
      }
    } catch {
      throw Self.explained(error)
    }
  }

  private func suggestions(_ place: Place) -> [SuggestedColor] {
    let range = 0..<OpenPicture.side
    let open: (any ColorSuggestingSession)? =
      switch session {
      case .suggesting(let open): open
      case .guided(let open): open as? any ColorSuggestingSession
      case .plain: nil
      }
    guard let open, range.contains(place.row), range.contains(place.column) else { return [] }
    return open.suggestions(
      row: place.row, column: place.column, lightness: picture.lightness[place.row, place.column],
      count: Palette.defaultCount)
  }

  private static func explained(_ error: any Error) -> PaintingError {
    if let error = error as? PaintingError { return error }
    return .methodFailed(describe(error), exitCode: exitCode(for: error) ?? 70)
  }
}
