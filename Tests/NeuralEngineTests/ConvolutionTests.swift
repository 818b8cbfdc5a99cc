import NeuralEngine
import Testing

/// Convolutions alone, of every shape.
@Suite struct ConvolutionTests {
  @Test(
    arguments: [(1, 5), (2, 4), (4, 17), (5, 16), (16, 2), (17, 32), (32, 48), (48, 1)], Size.some)
  func everyNumberOfChannels(_ channels: (Int, Int), _ size: Size) throws {
    var twin = TwinGraph(size)
    let picture = twin.input(channels.0)
    twin.output("result", twin.convolution(picture, channels.1))
    try twin.check()
  }

  @Test(arguments: [1, 3, 5], [1, 2])
  func everyKernelAndStride(_ kernel: Int, _ stride: Int) throws {
    for size in [Size(1, 13, 9), Size(2, 8, 8), Size(1, 12, 11)] {
      for (inputs, outputs) in [(2, 4), (17, 20)] {
        var twin = TwinGraph(size)
        let picture = twin.input(inputs)
        twin.output("result", twin.convolution(picture, outputs, kernel: kernel, stride: stride))
        try twin.check()
      }
    }
  }

  @Test(arguments: [2, 3], [1, 3, 5])
  func dilation(_ dilation: Int, _ kernel: Int) throws {
    for size in [Size(1, 13, 9), Size(2, 7, 12), Size(1, 25, 14), Size(1, 3, 2)] {
      var twin = TwinGraph(size)
      let picture = twin.input(17)
      let result = twin.convolution(picture, 16, kernel: kernel, dilation: dilation)
      twin.output("result", result)
      twin.output("relu", twin.activated(result))
      try twin.check()
    }
  }

  @Test func dilationAndStrideTogether() throws {
    for size in Size.small {
      var twin = TwinGraph(size)
      let picture = twin.input(5)
      twin.output("result", twin.convolution(picture, 16, stride: 2, dilation: 2))
      try twin.check()
    }
  }

  @Test(arguments: [0, 1, 2, 3])
  func everyPadding(_ padding: Int) throws {
    for (kernel, dilation) in [(1, 1), (2, 1), (3, 1), (4, 1), (3, 2)] {
      var twin = TwinGraph(height: 9, width: 12)
      let picture = twin.input(3)
      let first = twin.convolution(picture, 20)
      twin.output(
        "few",
        twin.convolution(picture, 3, kernel: kernel, dilation: dilation, padding: .all(padding)))
      twin.output(
        "many",
        twin.convolution(first, 5, kernel: kernel, dilation: dilation, padding: .all(padding)))
      try twin.check()
    }
  }

  @Test func withoutBias() throws {
    var twin = TwinGraph(height: 8, width: 9)
    let picture = twin.input(4)
    let hidden = twin.convolution(picture, 17, isBiased: false)
    let deep = twin.convolution(hidden, 16, dilation: 2, isBiased: false)
    twin.output("result", twin.convolution(deep, 2, kernel: 1, isBiased: false))
    try twin.check()
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func fewInputsInRowsOfEveryLength(_ inputs: Int) throws {
    for width in [1, 2, 7, 8, 9, 255, 256, 257, 263] {
      var twin = TwinGraph(batch: 2, height: 3, width: width)
      let picture = twin.input(inputs)
      let result = twin.convolution(picture, 18)
      twin.output("result", result)
      twin.output("relu", twin.activated(twin.convolution(picture, 3)))
      try twin.check([.ruled, .half])
    }
  }

  @Test(arguments: [1, 2, 3, 4, 5])
  func fewOutputs(_ outputs: Int) throws {
    for inputs in [1, 4, 16, 17, 48] {
      var twin = TwinGraph(batch: 2, height: 5, width: 7)
      let picture = twin.input(inputs)
      twin.output("result", twin.convolution(picture, outputs, kernel: 1))
      twin.output("relu", twin.activated(twin.convolution(picture, outputs, kernel: 1)))
      try twin.check()
    }
  }

  @Test(arguments: [
    [4, 2, 1], [2, 2, 0], [6, 2, 2], [1, 1, 0], [3, 1, 1], [3, 3, 0], [5, 3, 1], [8, 4, 2],
  ])
  func transposed(_ layer: [Int]) throws {
    for size in [Size(1, 13, 9), Size(2, 4, 5), Size(1, 1, 1)] {
      for (inputs, outputs) in [(1, 2), (17, 5), (16, 32)] {
        var twin = TwinGraph(size)
        let picture = twin.input(inputs)
        twin.output(
          "result",
          twin.transposed(
            picture, outputs, kernel: layer[0], stride: layer[1], padding: layer[2]))
        try twin.check()
      }
    }
  }
}
