public import Diagnostics

/// Why a sweep cannot be written, or its parts not be joined.
public enum SweepFault: Refused, Hashable, Sendable {
  /// The system refuses to begin.
  case cannotBegin(WriteError)
  /// Writing broke off.
  case cannotGoOn(WriteError)
  /// Joining parts broke off.
  case cannotJoin(WriteError)
  /// What is there cannot be read.
  case cannotRead(ReadError)
  /// Another sweep is writing here.
  case inUse(path: String)
  /// A sweep that broke off is here, and was not asked to go on.
  case unfinished(path: String)
  /// The sweep that broke off had other inputs or options.
  case another(path: String)
  /// A file is no part of a sweep.
  case notAPart(path: String)
  /// Two files are not parts of the same sweep, and what differs.
  case differentSweeps(String, String, Text)
  /// A part is given twice.
  case partTwice(Int, of: Int)
  /// Parts are not given.
  case partsMissing([Int], of: Int)
  /// A part is not what its record says.
  case damaged(path: String)

  /// Why there is no table.
  public var refusal: Refusal { Refusal(text, status) }

  private var status: ExitStatus {
    switch self {
    case .cannotBegin, .inUse, .unfinished, .another: .cannotWrite
    case .cannotGoOn, .cannotJoin: .readWriteError
    case .cannotRead(let error) where error.isMissing: .noSuchFile
    case .cannotRead(let error) where error.isOfFolder: .badScenario
    case .cannotRead: .readWriteError
    case .notAPart, .differentSweeps, .partTwice, .partsMissing, .damaged: .badScenario
    }
  }

  /// One sentence for people.
  private var text: Text {
    switch self {
    case .cannotBegin(let error), .cannotJoin(let error): error.text
    case .cannotGoOn(let error):
      Text(
        "\(error.text); what is done is kept: make room and go on with --resume",
        "\(error.text)；已完成的部分已保留，排除问题后用 --resume 继续")
    case .cannotRead(let error): error.text
    case .inUse(let path):
      Text("another sweep is writing here ('\(path)')", "另一个 sweep 正在写入此处（“\(path)”）")
    case .unfinished(let path):
      Text(
        "a sweep that broke off is here; go on with --resume, or remove '\(path)' to begin again",
        "此处有一个中断的 sweep；用 --resume 继续，或删除“\(path)”重新开始")
    case .another(let path):
      Text(
        "the sweep that broke off had other inputs or options; repeat them, or remove '\(path)' to begin again",
        "中断的 sweep 所用的输入或选项不同；请用相同的输入和选项，或删除“\(path)”重新开始")
    case .notAPart(let path):
      Text(
        "'\(path)' is no part of a sweep: its record is not beside it",
        "“\(path)”不是 sweep 的分片：旁边没有它的记录")
    case .differentSweeps(let first, let second, let what):
      Text(
        "'\(first)' and '\(second)' are not parts of the same sweep: they differ in \(what)",
        "“\(first)”与“\(second)”不属于同一个 sweep：区别在于\(what)")
    case .partTwice(let index, let count):
      Text("part \(index)/\(count) is given twice", "分片 \(index)/\(count) 给出了两次")
    case .partsMissing(let missing, let count):
      Text(
        "parts are missing: \(missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: ", "))",
        "缺少分片：\(missing.prefix(20).map { "\($0)/\(count)" }.joined(separator: "、"))")
    case .damaged(let path):
      Text("'\(path)' is not what its record says", "“\(path)”与它的记录不符")
    }
  }
}
