import COpenBLAS

extension Graph {
  /// The product of two matrices, of which each image (and head) has its own: a value's rows are its
  /// channels (of a head), its columns its pixels.
  ///
  /// The result has a channel for each row, and the pixels of `second`; where that is transposed, one
  /// row of as many pixels as it has channels a head. Attention from the cells of a picture to hint
  /// points: `logits = matrixProduct(keys, queries, transposesFirst: true)` has a channel a point and
  /// the picture's cells; `softmax(logits)`; `matrixProduct(values, weights)`.
  ///
  /// - Parameters:
  ///   - heads: parts of the channels that are matrices of their own.
  ///   - factor: what the product is multiplied by.
  public mutating func matrixProduct(
    _ first: Value, _ second: Value, transposesFirst: Bool = false,
    transposesSecond: Bool = false, heads: Int = 1, factor: Float = 1
  ) -> Value {
    append(
      MatrixProduct(
        transposesFirst: transposesFirst, transposesSecond: transposesSecond, heads: heads,
        factor: factor), [first, second],
      channels: transposesFirst
        ? knownPixels(first).map { $0 * heads } : node(first).channels)
  }
}

/// A product of matrices.
struct MatrixProduct: Operator {
  let transposesFirst: Bool
  let transposesSecond: Bool
  let heads: Int
  let factor: Float

  func knownPixels(of node: Graph.Node, in graph: Graph) -> Int? {
    transposesSecond
      ? graph.node(node.inputs[1]).channels.map { $0 / heads }
      : graph.knownPixels(node.inputs[1])
  }

  func shape(of inputs: [Shape], layer: String) throws(NeuralEngineError) -> Shape {
    let (first, second) = (inputs[0], inputs[1])
    for input in inputs where input.channels % heads != 0 {
      throw .unequalParts(layer: layer, channels: input.channels, parts: heads)
    }
    let inner = sides(first, transposes: transposesFirst).columns
    let other = sides(second, transposes: transposesSecond).rows
    guard inner == other else {
      throw .unequalChannels(layer: layer, first: inner, second: other)
    }
    let rows = sides(first, transposes: transposesFirst).rows
    return Shape(
      channels: rows * heads, height: transposesSecond ? 1 : second.height,
      width: transposesSecond ? second.channels / heads : second.width)
  }

  private func sides(_ shape: Shape, transposes: Bool) -> (rows: Int, columns: Int) {
    let (rows, columns) = (shape.channels / heads, shape.height * shape.width)
    return transposes ? (columns, rows) : (rows, columns)
  }

  func lower(
    _ value: Graph.Value, as result: Graph.Value, fusing fusion: Fusion, into lowering: Lowering
  ) throws(NeuralEngineError) -> Tensor {
    let terms = lowering.graph.node(value).inputs
    let first = try lowering.settled(terms[0], as: .plain)
    let second = try lowering.settled(terms[1], as: .plain)
    let made = lowering.makeTensor(
      lowering.layout(lowering.shape(value), .plain),
      needsGradient: first.needsGradient || second.needsGradient)
    lowering.add(
      MatrixProductStep(
        layer: lowering.graph.layerName(value), operation: self, first: first, second: second,
        target: made))
    return made
  }
}

/// Matrix products by OpenBLAS, on the calling thread.
struct MatrixProductStep: Step {
  let layer: String
  let operation: MatrixProduct
  let first: Tensor
  let second: Tensor
  let target: Tensor

  var algorithm: String { "matrix product" }
  var inputs: [Tensor] { [first, second] }
  var outputs: [Tensor] { [target] }
  var operations: Double {
    2 * Double(target.layout.plainCount)
      * Double(
        operation.transposesFirst
          ? first.layout.channels / operation.heads : first.layout.pixels)
  }

  private func matrix(_ tensor: Tensor, _ start: UnsafeMutablePointer<Float>) -> Matrix {
    Matrix(
      start: start, rows: tensor.layout.channels / operation.heads,
      columns: tensor.layout.pixels)
  }
  private var count: Int { target.layout.batch * operation.heads }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let left = matrix(first, first.floats(in: memory))
    let right = matrix(second, second.floats(in: memory))
    let result = matrix(target, target.floats(in: memory))
    let (operation, count) = (operation, count)
    return {
      for index in 0..<count {
        result[index].multiply(
          left[index], operation.transposesFirst, right[index], operation.transposesSecond,
          factor: operation.factor, accumulates: false)
      }
      return true
    }
  }

  func bindBack(_ plan: GradientPlan, to memory: BoundMemory) -> (() -> Bool)? {
    let (gradient, parts) = plan.passBack(from: target, to: [first, second])
    let (firstPart, secondPart) = (parts[0], parts[1])
    guard let gradient else { return nil }
    let left = matrix(first, first.floats(in: memory))
    let right = matrix(second, second.floats(in: memory))
    let above = matrix(
      target, UnsafeMutableRawPointer(gradient.start).assumingMemoryBound(to: Float.self))
    let leftGradient = firstPart.map { (matrix(first, $0.floats), $0.accumulates) }
    let rightGradient = secondPart.map { (matrix(second, $0.floats), $0.accumulates) }
    let (operation, count) = (operation, count)
    let (flipsFirst, flipsSecond) = (operation.transposesFirst, operation.transposesSecond)
    return {
      for index in 0..<count {
        // With C = A·B: A's gradient is G·Bᵀ, B's is Aᵀ·G; transposed where A or B is.
        if let (made, adds) = leftGradient {
          let (a, g) = (right[index], above[index])
          if flipsFirst {
            made[index].multiply(
              a, flipsSecond, g, true, factor: operation.factor, accumulates: adds)
          } else {
            made[index].multiply(
              g, false, a, !flipsSecond, factor: operation.factor, accumulates: adds)
          }
        }
        if let (made, adds) = rightGradient {
          let (a, g) = (left[index], above[index])
          if flipsSecond {
            made[index].multiply(
              g, true, a, flipsFirst, factor: operation.factor, accumulates: adds)
          } else {
            made[index].multiply(
              a, !flipsFirst, g, false, factor: operation.factor, accumulates: adds)
          }
        }
      }
      return true
    }
  }
}

/// One of several matrices that follow each other in memory, row-major.
private struct Matrix {
  let start: UnsafeMutablePointer<Float>
  let rows: Int
  let columns: Int

  subscript(index: Int) -> Matrix {
    Matrix(start: start + index * rows * columns, rows: rows, columns: columns)
  }

  /// self = factor·A·B, each perhaps transposed, or the same added.
  func multiply(
    _ a: Matrix, _ flipsA: Bool, _ b: Matrix, _ flipsB: Bool, factor: Float, accumulates: Bool
  ) {
    cblas_sgemm(
      CblasRowMajor, flipsA ? CblasTrans : CblasNoTrans, flipsB ? CblasTrans : CblasNoTrans,
      Int32(rows), Int32(columns), Int32(flipsA ? a.rows : a.columns), factor, a.start,
      Int32(a.columns), b.start, Int32(b.columns), accumulates ? 1 : 0, start, Int32(columns))
  }
}
