import Diagnostics

/// Keys that may stand in many maps of a file.
public enum CommonKeys {
  /// Where values come from.
  public static let source = SectionKey(
    "source", .text, Text("where the values come from", "数据来源"), holdsBelow)

  /// A remark.
  public static let note = SectionKey("note", .text, Text("a remark", "备注"))

  /// How well values are known.
  public static let grade = SectionKey(
    "grade", .word(Grade.allCases.map(\.rawValue)),
    Text("how well the values are known", "数据可靠程度"), holdsBelow)

  /// The keys that may stand in any map.
  public static let annotations = [source, note, grade]

  /// The name in English.
  public static let name = SectionKey("name", .text, Text("name in English", "英文名称"))

  /// The name in Chinese.
  public static let nameInChinese = SectionKey("name-zh", .text, Text("name in Chinese", "中文名称"))

  /// The label of a thing in results in the format of the IAMC.
  public static let iamc = SectionKey(
    Key.iamc.word, .text, Text("its label in IAMC variables", "IAMC 变量名中的标签"))

  /// The keys with which people name a thing.
  public static let names = [name, nameInChinese]

  /// The file of a table.
  public static let file = SectionKey(
    "csv", .text, Text("the file, beside this one", "文件，相对本文件"), absence: .required)

  private static let holdsBelow = Text("Holds for all values below it", "对其下所有数值有效")
}
