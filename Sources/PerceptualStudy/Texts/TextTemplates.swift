/// Texts for judges, to be adapted where a board or a law asks for more.
enum TextTemplates {
  /// Raised with every change of a template's words for the same numbers of trials.
  static let version = "template-2"

  /// About how long a judge is busy, in minutes: exposures, and three seconds to answer.
  static func minutes(trials: Int, exposure: Exposure) -> Int {
    let trial = exposure.before + exposure.between + 2 * exposure.picture + 3000
    return max(1, (trials * trial + 59_999) / 60_000 + 1)
  }

  /// What judges agree to.
  static func consent(trials: Int, minutes: Int) -> String {
    let pairs = trials == 1 ? "1 pair" : "\(trials) pairs"
    return """
      # Taking part in a study of coloured pictures

      **What it is about.** We study how natural the colours of pictures look that were coloured by a
      computer.

      **What you do.** You see \(pairs) of pictures, one picture after the other, each for a
      moment. In each pair one picture has its true colours and the other was coloured by a computer.
      You say which one was coloured. This takes about \(minutes) minutes.

      **Who can take part.** You are an adult, you see colours normally, and you use a computer with a
      colour screen.

      **Risks and benefits.** There are no risks beyond those of looking at a screen. The pictures are
      ordinary photographs. You have no benefit besides what the place that sent you here promised.

      **It is voluntary.** You can stop at any time by closing the page, without a reason and without
      any disadvantage. If you are given a code at the end, you can have your answers deleted with it
      later.

      **What is stored.** Your answers, how long they took, and technical measurements of your screen.
      If a recruiting site sent you, your name there is stored as a salted hash only, so that nobody
      takes part twice. No network addresses are stored. The answers may be published without anything
      that points to you.

      **Questions.** Write to the researcher who sent you here.

      I have read this, I am an adult, and I want to take part.

      """
  }

  /// What judges are told afterwards: of vigilance only where there was any.
  static func debriefing(vigilance: Int) -> String {
    var paragraphs = [
      """
      # Thank you

      **What this was for.** Computer programs can guess the colours of a black-and-white photograph,
      alone or with hints from a person. In each pair one picture was the photograph itself and the
      other such a guess. How often people take the guess for the photograph tells how natural a
      program's colours are.
      """
    ]
    if vigilance == 1 {
      paragraphs.append(
        """
        **One pair was easy on purpose.** Its colours were plainly false. It shows us that somebody was
        looking; it says nothing about you.
        """)
    } else if vigilance > 1 {
      paragraphs.append(
        """
        **A few pairs were easy on purpose.** Their colours were plainly false. They show us that somebody
        was looking; they say nothing about you.
        """)
    }
    paragraphs.append(
      """
      **Your answers are yours.** If you want them deleted, use the code that you were given, or write
      to the researcher who sent you here.
      """)
    return paragraphs.joined(separator: "\n\n") + "\n"
  }
}
