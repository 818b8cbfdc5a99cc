/// What a handle on the stack of a pickle machine stands for.
enum PickleNode {
  case tuple([PickleValue])
  case list([PickleValue])
  case dictionary([PickleEntry], isOrdered: Bool)
  case storage(StorageReference)
  case tensor(TensorReference)
}
