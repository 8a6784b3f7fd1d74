/// How much of a file of tables is read before it is refused.
///
/// Far above any table of a city, and low enough that no file fills the memory.
public struct TableLimits: Sendable {
  /// The bytes of a file.
  public var bytes = 33_554_432
  /// The files in a workbook.
  public var parts = 4096
  /// The bytes of all of them, unpacked.
  public var unpackedBytes = 268_435_456
  /// How many times its size a file in a workbook may unpack to, beyond ``bytesBeforeRatio``.
  public var ratio = 200
  /// The bytes of a file in a workbook for which ``ratio`` does not count.
  public var bytesBeforeRatio = 1_048_576
  /// Elements inside each other.
  public var depth = 64
  /// The attributes of an element.
  public var attributes = 256
  /// The cells that hold something, of all sheets.
  public var cells = 1_000_000
  /// The bytes of the texts of all cells.
  public var textBytes = 67_108_864
  /// The bytes of the text of a cell; Excel takes 32,767 characters.
  public var cellBytes = 131_072
  /// The sheets of a workbook.
  public var sheets = 256
  /// The merged cells of a sheet.
  public var merges = 20_000
  /// The formats of cells.
  public var formats = 65_536

  /// The limits that hold unless a test sets others.
  public init() {}
}
