/// The part of JSON that a safetensors header is made of.
enum JSONValue {
  case object([(key: String, value: JSONValue)])
  case array([Int])
  case string(String)
  case integer(Int)
}
