/// Why there is no answer: the words, what they are of, and the status that says the same.
///
/// Whatever was asked, this is what comes back in place of an answer; one mechanism tells it.
public struct Refusal: Refused, Sendable {
  /// What the words are of.
  public enum Place: Sendable {
    /// The program alone.
    case program
    /// A scenario as `city/scenario`, a file, a series.
    case subject(String)
    /// Places in texts, each with its own words.
    case texts(DiagnosticCollection, [SourceText])
  }

  /// The words, a line each; none where ``place`` holds them, or where they were told already.
  public let lines: [Text]
  /// How the command ends.
  public let status: ExitStatus
  /// What the words are of.
  public let place: Place

  /// Refuses in words.
  ///
  /// - Parameters:
  ///   - text: The words.
  ///   - status: How the command ends.
  ///   - subject: What they are of; nothing for the program.
  public init(_ text: Text, _ status: ExitStatus, of subject: String? = nil) {
    self.init([text], status, of: subject)
  }

  /// Refuses in several lines; none where they were told already.
  public init(_ lines: [Text], _ status: ExitStatus, of subject: String? = nil) {
    self.lines = lines
    self.status = status
    place = subject.map { .subject($0) } ?? .program
  }

  /// Refuses at places in texts.
  ///
  /// - Parameters:
  ///   - found: What was found.
  ///   - texts: The texts that were read, for their lines.
  ///   - status: How the command ends.
  public init(_ found: DiagnosticCollection, in texts: [SourceText], _ status: ExitStatus) {
    lines = []
    self.status = status
    place = .texts(found, texts)
  }

  /// Refuses at one place.
  public init(_ diagnostic: Diagnostic, in texts: [SourceText], _ status: ExitStatus) {
    var found = DiagnosticCollection()
    found.add(diagnostic)
    self.init(found, in: texts, status)
  }
}

/// An error that says in words why there is no answer.
public protocol Refused: Error {
  /// The words, and the status that says the same.
  var refusal: Refusal { get }
}

extension Refusal {
  /// Itself.
  public var refusal: Refusal { self }
}
