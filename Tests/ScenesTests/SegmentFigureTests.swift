import Colorimetry
import Scenes
import Testing

/// The figures after Figure 8 of Zhang et al. 2017.
@Suite struct SegmentFigureTests {
  @Test func theSquareHasOneLightnessAndLiesOnBlack() {
    for figure in SegmentFigure.all {
      let lab = LabImage(figure.render(side: 64))
      for row in 0..<64 {
        for column in 0..<64 {
          let inside = (16..<48).contains(row) && (16..<48).contains(column)
          let expected = inside ? 55.0 : 0
          #expect(abs(lab.lightness[row, column] - expected) < 0.25, "\(figure.name)")
        }
      }
    }
  }

  @Test func marksLieInTheMiddleOfEachColour() {
    #expect(SegmentFigure.all.map { $0.marks(side: 256).count } == [1, 1, 2, 2])
    for figure in SegmentFigure.all {
      let picture = figure.render(side: 256)
      let colors = figure.marks(side: 256).map { mark in
        (0..<3).map { picture.pixels[3 * (mark.row * 256 + mark.column) + $0] }
      }
      #expect(Set(colors).count == colors.count && !colors.contains([0, 0, 0]))
      #expect(figure.marks(side: 256).allSatisfy { $0.row == 128 })
      let columns = figure.marks(side: 256).map(\.column)
      #expect(columns == (columns.count == 1 ? [128] : [96, 160]))
    }
  }
}
