import Declarations

/// One mistake in a study file.
public typealias StudyProblem = DeclarationProblem
