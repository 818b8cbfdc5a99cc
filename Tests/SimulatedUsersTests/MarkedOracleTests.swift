import SimulatedUsers
import Testing

@Suite struct MarkedOracleTests {
  @Test func revealsTheMarksInOrder() throws {
    let truth = field(40, 40, a: { row, _ in row }, b: { _, column in -column })
    var oracle = MarkedOracle(truth: truth, patch: 7, marks: [(20, 30), (20, 10)])
    let points = try [oracle.reveal(after: truth), oracle.reveal(after: truth)]
    #expect(points.map(\.row) == [20, 20] && points.map(\.column) == [30, 10])
    // The mean of a plane over a square is its value in the middle.
    #expect(points.map(\.a) == [20, 20] && points.map(\.b) == [-30, -10])
    #expect(throws: OracleError.noRoom(placed: 2, patch: 7, height: 40, width: 40)) {
      try oracle.reveal(after: truth)
    }
  }

  @Test(arguments: [(1, 20), (20, 37), (-5, 20), (90, 20)])
  func marksWithoutRoomAreRefused(_ row: Int, _ column: Int) {
    let truth = field(40, 40, a: { row, _ in row }, b: { _, column in column })
    var oracle = MarkedOracle(truth: truth, patch: 7, marks: [(row, column)])
    #expect(throws: OracleError.self) { try oracle.reveal(after: truth) }
  }
}
