import CNeuralKernels

/// A function applied to every number.
public enum Activation: Sendable, Hashable {
  /// max(x, 0).
  case relu
  /// max(x, 0), at most 6.
  case relu6
  /// x where positive, else `slope`·x.
  case leakyRelu(slope: Float)
  /// The hyperbolic tangent.
  case tanh
  /// 1/(1+e⁻ˣ).
  case sigmoid
  /// x/(1+e⁻ˣ).
  case swish
  /// `factor`·x.
  case scaled(by: Float)

  /// The same as an epilogue, where it is one.
  var epilogue: Epilogue? {
    switch self {
    case .relu: Epilogue(slope: 0)
    case .relu6: Epilogue(slope: 0, ceiling: 6)
    case .leakyRelu(let slope): Epilogue(slope: slope)
    case .tanh, .sigmoid, .swish, .scaled: nil
    }
  }

  /// As the kernels take it, with its parameter.
  var described: (function: hb_function, parameter: Float) {
    switch self {
    case .relu: (HB_RELU, 0)
    case .relu6: (HB_RELU6, 0)
    case .leakyRelu(let slope): (HB_RELU, slope)
    case .tanh: (HB_TANH, 0)
    case .sigmoid: (HB_SIGMOID, 0)
    case .swish: (HB_SWISH, 0)
    case .scaled(let factor): (HB_SCALE, factor)
    }
  }
}
