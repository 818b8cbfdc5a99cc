import Foundation
import StudyFixtures

/// A headless Chromium, driven through WebDriver (https://www.w3.org/TR/webdriver2/).
struct Browser: Sendable {
  struct Failure: Error {
    let command: String
    let message: String
  }

  private let port: Int
  private let session: String

  /// Opens a browser for as long as the body runs.
  static func with(
    _ size: (width: Int, height: Int) = (1280, 900), _ body: (Browser) async throws -> Void
  ) async throws {
    let driver = try DriverProcess()
    let outcome: Result<Void, any Error>
    do {
      let browser = try await Browser(port: driver.port, size: size)
      do {
        outcome = .success(try await body(browser))
      } catch {
        outcome = .failure(error)
      }
      _ = try? await browser.send("DELETE", "", nil)
    } catch {
      outcome = .failure(error)
    }
    driver.stop()
    try outcome.get()
  }

  private init(port: Int, size: (width: Int, height: Int)) async throws {
    let arguments: [JSONValue] = [
      "--headless=new", "--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu",
      "--hide-scrollbars", .string("--window-size=\(size.width),\(size.height)"),
      "--force-device-scale-factor=1", "--force-color-profile=srgb", "--lang=en-US",
      "--disable-component-update", "--disable-domain-reliability",
      "--disable-features=OptimizationHints,MediaRouter,Translate,AutofillServerCommunication,CertificateTransparencyComponentUpdater",
      "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
    ]
    let wishes: JSONValue = [
      "browserName": "chrome", "pageLoadStrategy": "normal",
      "unhandledPromptBehavior": "dismiss and notify",
      "timeouts": ["script": 360_000, "pageLoad": 30_000, "implicit": 0],
      "goog:loggingPrefs": ["browser": "ALL", "performance": "ALL"],
      "goog:chromeOptions": [
        "binary": .string(DriverProcess.browser), "args": .array(arguments),
        "perfLoggingPrefs": ["enableNetwork": true, "enablePage": false],
      ],
    ]
    self.port = port
    let made = try await Self.ask(
      "POST", port, "/session", ["capabilities": ["alwaysMatch": wishes]])
    session = made["sessionId"]?.string ?? ""
  }

  /// Opens an address.
  func go(_ address: String) async throws {
    try await send("POST", "/url", ["url": .string(address)])
  }

  /// Loads the page again.
  func reload() async throws { try await send("POST", "/refresh", [:]) }

  /// Runs a script in the page; `return await …` waits for a promise.
  @discardableResult
  func script(_ text: String, _ arguments: JSONValue...) async throws -> JSONValue {
    try await send("POST", "/execute/sync", ["script": .string(text), "args": .array(arguments)])
  }

  /// Presses and releases a key.
  func press(_ key: String) async throws {
    let strokes: JSONValue = [
      ["type": "keyDown", "value": .string(key)], ["type": "keyUp", "value": .string(key)],
    ]
    try await perform([["type": "key", "id": "keys", "actions": strokes]])
  }

  /// Runs actions of pointers, keys and wheels, which take the time that they say.
  func perform(_ sources: JSONValue) async throws {
    try await send("POST", "/actions", ["actions": sources])
  }

  /// Clicks the middle of the element that a selector finds.
  func click(_ selector: String) async throws {
    try await send("POST", "/element/\(try await element(selector))/click", [:])
  }

  /// Types a text into a field, or names a file to an input for files.
  func type(_ text: String, into selector: String) async throws {
    try await send(
      "POST", "/element/\(try await element(selector))/value", ["text": .string(text)])
  }

  private func element(_ selector: String) async throws -> String {
    let found = try await send(
      "POST", "/element", ["using": "css selector", "value": .string(selector)])
    return found["element-6066-11e4-a52e-4f735466cecf"]?.string ?? ""
  }

  /// Waits until a selector finds something; fails after half a minute.
  func wait(for selector: String) async throws {
    try await wait(until: "document.querySelector(\(Self.quoted(selector))) !== null")
  }

  /// Waits until an expression is true, looking at every frame.
  func wait(until expression: String, seconds: Int = 30) async throws {
    let result = try await script(
      """
      const deadline = performance.now() + 1000 * arguments[0];
      while (performance.now() < deadline) {
        if (\(expression)) return true;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      return document.body.innerText;
      """, .number(Double(seconds)))
    guard result.bool == true else {
      throw Failure(command: "wait until \(expression)", message: result.string ?? "")
    }
  }

  /// A new tab; the handles of the old one and of the new one, which is in front.
  func openTab() async throws -> (old: String, new: String) {
    let old = try await send("GET", "/window", nil).string ?? ""
    let new = try await send("POST", "/window/new", ["type": "tab"])["handle"]?.string ?? ""
    try await switchTo(new)
    return (old, new)
  }

  /// Goes to another tab.
  func switchTo(_ handle: String) async throws {
    try await send("POST", "/window", ["handle": .string(handle)])
  }

  /// A command of the DevTools protocol.
  @discardableResult
  func devTools(_ command: String, _ parameters: JSONValue = [:]) async throws -> JSONValue {
    try await send(
      "POST", "/goog/cdp/execute", ["cmd": .string(command), "params": parameters])
  }

  /// A picture of the window as PNG.
  func screenshot() async throws -> Data {
    let text = try await send("GET", "/screenshot", nil).string ?? ""
    return Data(base64Encoded: text) ?? Data()
  }

  /// What the page said on its console since the last call.
  func console() async throws -> [JSONValue] {
    try await send("POST", "/se/log", ["type": "browser"]).array ?? []
  }

  /// The addresses that were asked for since the last call.
  func requests() async throws -> [String] {
    let entries = try await send("POST", "/se/log", ["type": "performance"]).array ?? []
    return entries.compactMap { entry in
      guard let text = entry["message"]?.string,
        let value = try? JSONDecoder().decode(JSONValue.self, from: Data(text.utf8)),
        let message = value["message"], message["method"] == "Network.requestWillBeSent"
      else { return nil }
      return message["params"]?["request"]?["url"]?.string
    }
  }

  @discardableResult
  private func send(_ method: String, _ path: String, _ body: JSONValue?) async throws -> JSONValue
  {
    try await Self.ask(method, port, "/session/\(session)\(path)", body)
  }

  private static func ask(
    _ method: String, _ port: Int, _ path: String, _ body: JSONValue?
  ) async throws -> JSONValue {
    let data = try await LoopbackHTTP.send(
      method, port: port, path: path, body: try body.map { try JSONEncoder().encode($0) })
    let value = try JSONDecoder().decode(JSONValue.self, from: data)["value"] ?? .null
    if let error = value["error"]?.string {
      throw Failure(command: path, message: "\(error): \(value["message"]?.string ?? "")")
    }
    return value
  }

  private static func quoted(_ text: String) -> String {
    let data = try? JSONEncoder().encode(JSONValue.string(text))
    return data.map { String(decoding: $0, as: UTF8.self) } ?? "''"
  }
}
