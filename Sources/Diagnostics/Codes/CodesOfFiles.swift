extension DiagnosticCode {
  /// What is wrong with files, and with how they extend each other.
  static let files: [Self] = [
    .noSuchFile, .notAFile, .unreadableFile, .emptyFile, .notUTF8, .outsideRoot, .extendsCycle,
    .removesNothing,
  ]

  package static let noSuchFile = Self(
    "no-such-file",
    meaning: Text("a file that does not exist", "文件不存在"),
    cure: Text(
      "Correct the name. Paths in a scenario are counted from the file they stand in.",
      "改正文件名。情景中的路径相对于所在文件。"),
    example: "drivers: {population: {csv: data/people.csv}}")

  package static let notAFile = Self(
    "not-a-file",
    meaning: Text("a folder, pipe or device where a file is expected", "应为文件，实为文件夹、管道或设备"),
    cure: Text("Name a file in the folder, such as `city.yaml`.", "写明文件夹中的文件，如 `city.yaml`。"),
    example: "drivers: {population: {csv: data}}")

  package static let unreadableFile = Self(
    "unreadable-file",
    meaning: Text("a file the system does not let us read", "系统不允许读取该文件"),
    cure: Text(
      "Change the file's permissions: `chmod u+r FILE`.", "修改文件权限：`chmod u+r 文件`。"),
    example: nil)

  package static let emptyFile = Self(
    "empty-file",
    meaning: Text("a file that says nothing", "文件没有内容"),
    cure: Text(
      "Check that the file was saved, and that not every line is a comment.",
      "确认文件已保存，且并非全是注释。"),
    example: nil)

  package static let notUTF8 = Self(
    "not-utf-8",
    meaning: Text("a text in another encoding than UTF-8", "文本编码不是 UTF-8"),
    cure: Text(
      "Save it as UTF-8; in a spreadsheet program choose 'CSV UTF-8'.",
      "另存为 UTF-8；在电子表格程序中选“CSV UTF-8”。"),
    example: nil)

  package static let outsideRoot = Self(
    "outside-root",
    meaning: Text("a file outside the folder of the scenarios", "文件位于情景文件夹之外"),
    cure: Text(
      "Move the file below the folder of the scenarios, or allow it with `--allow-outside`.",
      "把文件移到情景文件夹之内，或用 `--allow-outside` 允许。"),
    example: "drivers: {population: {csv: ../../../people.csv}}")

  package static let extendsCycle = Self(
    "extends-cycle",
    meaning: Text("files that extend each other in a circle", "文件之间循环 extends"),
    cure: Text(
      "Take one `extends` out of the circle: the reference extends the city, not the other way round.",
      "去掉循环中的一处 `extends`：由基准情景扩展城市文件，而不是相反。"),
    example: nil)

  package static let removesNothing = Self(
    "removes-nothing",
    meaning: Text(
      "a key set to ~ that the extended files do not have", "用 ~ 删除的键在被扩展的文件中不存在"),
    cure: Text(
      "Correct the key, or take the line out: there is nothing to take out.",
      "改正键名，或删去这一行：没有可去掉的内容。"),
    example: "levers: {congestion-charge: ~}")
}
