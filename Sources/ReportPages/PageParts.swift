/// What all our reports have in common: pages of one file that need no network.
public enum PageParts {
  /// Rules of the style sheet for colours, light and dark, text, figures and tables.
  ///
  /// A page adds its own rules after these, in the colours `--ink`, `--soft`, `--line` and `--paper`.
  public static let rules = """
    :root { color-scheme: light dark; --ink: #1c1c1e; --soft: #62626a; --line: #dcdce0; --paper: #fff; }
      @media (prefers-color-scheme: dark) {
        :root { --ink: #ececf0; --soft: #a0a0a8; --line: #3a3a40; --paper: #161618; }
      }
      body { margin: 0 auto; max-width: 1280px; padding: 2rem 1.5rem 4rem; background: var(--paper);
        color: var(--ink); font: 15px/1.5 system-ui, "Helvetica Neue", Arial, sans-serif; }
      h1 { font-size: 1.6rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 2.2rem 0 .6rem; }
      p { margin: .3rem 0; max-width: 75ch; } .soft, figcaption { color: var(--soft); }
      .figure { background: #fff; border: 1px solid var(--line); border-radius: 6px; overflow-x: auto; }
      .figure svg { display: block; width: 100%; height: auto; }
      .scroll { overflow-x: auto; }
      table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
      th, td { padding: .25rem .6rem; text-align: right; border-bottom: 1px solid var(--line);
        white-space: nowrap; font-weight: 400; }
      thead th { color: var(--soft); } tr > :first-child { text-align: left; }
    """

  /// An SVG figure without its XML prologue, to stand inside a page; empty where there is none.
  public static func inline(_ figure: String) -> String {
    figure.firstRange(of: "<svg").map { String(figure[$0.lowerBound...]) } ?? ""
  }
}
