import CNeuralKernels

/// A function of every number, or softmax over channels, of plain images.
struct FunctionStep: Step {
  enum Function: Sendable {
    case activation(Activation)
    case softmax
  }

  let layer: String
  let function: Function
  /// The images' sizes; their memory is plain.
  let stack: Stack
  let source: BufferID
  let target: BufferID

  var algorithm: String {
    switch function {
    case .activation(let activation): "\(activation)"
    case .softmax: "softmax"
    }
  }
  var reads: [BufferID] { [source] }
  var writes: [BufferID] { [target] }

  func bind(to memory: BoundMemory) -> () -> Bool {
    let (source, target) = (memory.floats(source), memory.floats(target))
    let pixels = stack.height * stack.width
    let (batch, channels) = (stack.batch, stack.channels)
    let (kernel, parameter): (hb_function, Float)
    switch function {
    case .softmax:
      return {
        hb_softmax(source, target, Int32(batch), Int32(channels), pixels)
        return true
      }
    case .activation(.tanh): (kernel, parameter) = (HB_TANH, 0)
    case .activation(.sigmoid): (kernel, parameter) = (HB_SIGMOID, 0)
    case .activation(.scaled(let factor)): (kernel, parameter) = (HB_SCALE, factor)
    case .activation(.rectified): (kernel, parameter) = (HB_RECTIFY, 0)
    case .activation(.leaky(let slope)): (kernel, parameter) = (HB_RECTIFY, slope)
    }
    return {
      hb_apply(kernel, parameter, source, target, batch * channels * pixels)
      return true
    }
  }
}
