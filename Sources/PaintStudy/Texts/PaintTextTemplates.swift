/// Texts for subjects, to be adapted where a board or a law asks for more.
enum PaintTextTemplates {
  /// Raised with every change of a template.
  static let version = "template-2"

  /// What subjects agree to: nothing of it tells what is compared.
  static func consent(_ study: PaintStudyDeclaration) -> String {
    let pictures = 2 * study.pictures
    let learning = study.trainingPictures > 0 ? study.trainingSeconds : 0
    let minutes = (learning + pictures * (study.seconds + 10) + 59) / 60
    let training =
      switch study.trainingPictures {
      case 0: ""
      case 1: "First you learn it with another picture. "
      case let count: "First you learn it with \(count) other pictures. "
      }
    return """
      What it is about. We study how people give colours to grey pictures with the help of a computer.

      What you do. You colour \(pictures) pictures, each for \(study.seconds) seconds. You set points
      and choose colours for them, and the computer spreads the colours over the picture.
      \(training)When the time for a picture is up it is saved, and the next one comes. In all this
      takes about \(minutes == 1 ? "a minute" : "\(minutes) minutes").

      Who can take part. You are an adult, you see colours normally, and you use a computer with a
      colour screen.

      Risks and benefits. There are no risks beyond those of looking at a screen. You have no benefit
      besides what the person who asked you promised.

      It is voluntary. You can stop at any time by closing the page, without a reason and without any
      disadvantage.

      What is stored. The points that you set, their colours, and when you set them. No name and no
      network address is stored. The results may be published without anything that points to you.

      Questions. Ask the person who asked you to take part.

      I have read this, I am an adult, and I want to take part.

      """
  }

  /// What subjects are told afterwards.
  static let thanks = """
    Thank you. That was all.

    Other people will see your pictures beside the true photographs and say which is which. How often
    they take yours for the true one tells how well people and computers colour together, and whether
    suggested colours help.

    """
}
