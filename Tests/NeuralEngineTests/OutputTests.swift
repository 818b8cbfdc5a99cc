import NeuralEngine
import Testing

/// Outputs of every kind of value, and compiling for some of them only.
@Suite struct OutputTests {
  @Test(arguments: Size.small)
  func valuesThatAreAlsoReadByOthers(_ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(4)
    let convolved = twin.convolution(picture, 17)
    let rectified = twin.activated(convolved)
    let normalized = twin.normalized(rectified)
    let dilated = twin.convolution(normalized, 17, dilation: 2)
    let sum = twin.sum([dilated, twin.convolution(normalized, 17)])
    let last = twin.activated(sum)
    twin.output("picture", picture)
    twin.output("convolved", convolved)
    twin.output("relu", rectified)
    twin.output("normalized", normalized)
    twin.output("dilated", dilated)
    twin.output("sum", sum)
    twin.output("last", last)
    twin.output("last again", last)
    twin.output("picture again", picture)
    try twin.check()
  }

  @Test func aSubsetEqualsTheWhole() throws {
    let twin = pyramid(Size(1, 16, 24))
    for options in Way.precisions.map({ CompilationOptions(precision: $0) }) {
      let whole = try bits(twin.run(twin.compiled(options)))
      for name in twin.outputs.keys {
        let part = try twin.compiled(options, outputs: [name])
        let context = try part.makeContext()
        twin.fill(context)
        try context.run()
        let numbers = try #require(context.output(name))
        #expect(numbers.map(\.bitPattern) == whole[name], "\(name)")
      }
    }
  }

  @Test func whatNoOutputNeedsIsLeftOut() throws {
    var twin = TwinGraph(height: 8, width: 8)
    twin.output("first", twin.convolution(twin.input(4), 16))
    twin.output("second", twin.convolution(twin.input(3, "other"), 8))
    var tensors = twin.tensors
    tensors["convolution2.weight"] = nil
    let part = try CompiledGraph(
      twin.graph, parameters: Parameters(tensors), outputs: ["first"], height: 8, width: 8)
    let context = try part.makeContext()
    #expect(context.input("picture")?.count == 4 * 64)
    #expect(context.input("other") == nil && context.output("second") == nil)
    #expect(context.input("first") == nil && context.output("picture") == nil)
    let first3x3: Double = 2 * 9 * 4 * 16 * 64
    let second3x3: Double = 2 * 9 * 3 * 8 * 64
    #expect(part.operations == first3x3)
    #expect(try twin.compiled().operations == first3x3 + second3x3)
    #expect(part.contextBytes > 0)
  }

  @Test func shapesOfParametersAreThoseThatAreRead() throws {
    let twin = pyramid(Size(1, 8, 8))
    let shapes = twin.graph.parameterShapes
    #expect(shapes.count == twin.tensors.count)
    for (name, shape) in shapes { #expect(twin.tensors[name]?.shape == shape, "\(name)") }
    #expect(twin.graph.outputNames == ["ab", "logits", "middle"])
  }
}
