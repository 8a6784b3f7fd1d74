import CYAML

/// A place in a text as libyaml counts: from 0, columns in Unicode scalars.
struct YAMLMark {
  let line: Int
  let column: Int

  init(_ mark: yaml_mark_t) {
    line = Int(mark.line)
    column = Int(mark.column)
  }
}

/// One step through a YAML text.
struct YAMLEvent {
  enum Kind {
    case streamStart
    case streamEnd
    case documentStart
    case documentEnd
    case alias(String)
    case scalar(String, isQuoted: Bool)
    case sequenceStart(isFlow: Bool)
    case sequenceEnd
    case mappingStart(isFlow: Bool)
    case mappingEnd
  }

  let kind: Kind
  let anchor: String?
  let tag: String?
  let start: YAMLMark
  let end: YAMLMark
}

/// What libyaml says about a text it cannot read, in its own words.
struct YAMLFault: Error {
  /// What was wrong.
  let problem: String
  /// Where it noticed.
  let problemMark: YAMLMark
  /// Where the thing it was reading began, if it was inside one.
  let contextMark: YAMLMark?
}

/// The steps through a YAML text, one by one: the only face to libyaml.
///
/// Not safe to share between threads. Source: libyaml 0.2.5, `yaml_parser_parse`.
final class YAMLEvents {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private let input: UnsafeMutableBufferPointer<UInt8>

  /// Starts at the beginning of a text; nothing if memory is short.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    parser = .allocate(capacity: 1)
    input = .allocate(capacity: bytes.count)
    _ = input.initialize(from: bytes)
    guard yaml_parser_initialize(parser) == 1 else {
      input.deallocate()
      parser.deallocate()
      return nil
    }
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, input.baseAddress, input.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deallocate()
    input.deallocate()
  }

  /// The next step.
  func next() throws(YAMLFault) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw fault() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(event)
  }

  private func fault() -> YAMLFault {
    let state = parser.pointee
    return YAMLFault(
      problem: state.problem.map { String(cString: $0) } ?? "",
      problemMark: YAMLMark(state.problem_mark),
      contextMark: state.context == nil ? nil : YAMLMark(state.context_mark))
  }
}

extension YAMLEvent {
  fileprivate init(_ event: yaml_event_t) {
    var (anchor, tag): (UnsafeMutablePointer<UInt8>?, UnsafeMutablePointer<UInt8>?)
    switch event.type {
    case YAML_STREAM_START_EVENT: kind = .streamStart
    case YAML_DOCUMENT_START_EVENT: kind = .documentStart
    case YAML_DOCUMENT_END_EVENT: kind = .documentEnd
    case YAML_ALIAS_EVENT: kind = .alias(string(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT:
      let scalar = event.data.scalar
      anchor = scalar.anchor
      tag = scalar.tag
      let text = UnsafeBufferPointer(start: scalar.value, count: scalar.length)
      kind = .scalar(
        String(decoding: text, as: UTF8.self), isQuoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
    case YAML_SEQUENCE_START_EVENT:
      let sequence = event.data.sequence_start
      anchor = sequence.anchor
      tag = sequence.tag
      kind = .sequenceStart(isFlow: sequence.style == YAML_FLOW_SEQUENCE_STYLE)
    case YAML_SEQUENCE_END_EVENT: kind = .sequenceEnd
    case YAML_MAPPING_START_EVENT:
      let mapping = event.data.mapping_start
      anchor = mapping.anchor
      tag = mapping.tag
      kind = .mappingStart(isFlow: mapping.style == YAML_FLOW_MAPPING_STYLE)
    case YAML_MAPPING_END_EVENT: kind = .mappingEnd
    default: kind = .streamEnd
    }
    self.anchor = string(anchor)
    self.tag = string(tag)
    start = YAMLMark(event.start_mark)
    end = YAMLMark(event.end_mark)
  }
}

private func string(_ text: UnsafeMutablePointer<UInt8>?) -> String? {
  text.map { String(cString: $0) }
}
