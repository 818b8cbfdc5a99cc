import Imaging
import Scenes

/// A picture that a study draws itself, at a size.
enum Drawing: Sendable {
  case scene(Scene, side: Int)
  case segment(SegmentFigure, side: Int)

  var name: String {
    switch self {
    case .scene(let scene, _): scene.name
    case .segment(let figure, _): figure.name
    }
  }

  /// Where points go, in pixels.
  var marks: [(row: Int, column: Int)] {
    switch self {
    case .scene: []
    case .segment(let figure, let side): figure.marks(side: side)
    }
  }

  func render() -> RGBImage {
    switch self {
    case .scene(let scene, let side): scene.render(height: side, width: side)
    case .segment(let figure, let side): figure.render(side: side)
    }
  }
}

extension Study {
  /// How many pictures the study draws itself.
  var drawingCount: Int {
    switch pictures {
    case .scenes: sceneCount
    case .segments: SegmentFigure.all.count
    }
  }

  /// One of the pictures that the study draws itself.
  ///
  /// - Parameter index: in `0..<drawingCount`.
  func drawing(_ index: Int) -> Drawing {
    switch pictures {
    case .scenes: .scene(Scene(index: index, seed: seed), side: size)
    case .segments: .segment(SegmentFigure.all[index], side: size)
    }
  }
}
