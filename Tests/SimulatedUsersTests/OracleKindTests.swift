import Colorimetry
import SimulatedUsers
import Testing

@Suite struct OracleKindTests {
  @Test func namesAndParametersAreStable() {
    #expect(OracleKind.allCases.map(\.rawValue) == ["random", "max-error"])
    #expect(OracleKind.allCases.map { $0.parameters() } == ["patch=7", "patch=7,window=25"])
    #expect(OracleKind.allCases.map(\.followsPrediction) == [false, true])
    #expect(OracleKind.allCases.map(\.usesSeed) == [true, false])
  }

  @Test func makesUsersOfItsKind() throws {
    let truth = smoothTruth()
    let grey = Chrominance(neutralWithHeight: 64, width: 64)
    var random = OracleKind.random.oracle(truth: truth, seed: 1)
    var maxError = OracleKind.maxError.oracle(truth: truth, seed: 1)
    let (first, second) = (try random.reveal(after: grey), try maxError.reveal(after: grey))
    #expect((first.row, first.column) == (35, 52))
    #expect((second.row, second.column) == (60, 3))
  }
}
