extension DiagnosticCode {
  /// What is wrong with keys, ids and words.
  static let keys: [Self] = [
    .unknownKey, .unknownParameter, .unknownId, .unknownWord, .badId, .sameId, .duplicateKey,
    .missingKey,
    .conflictingKeys, .emptyValue, .wrongType, .notSupported,
  ]

  package static let unknownKey = Self(
    "unknown-key",
    meaning: Text("a key that means nothing at this place", "此处没有这个键"),
    cure: Text(
      "Correct the key; the message names the nearest one. `carbonpeak manual parameters` lists all.",
      "改正键名；消息会给出最接近的键。全部键见 `carbonpeak manual parameters`。"),
    example: "years: {base: 2020, finish: 2060}")

  package static let unknownParameter = Self(
    "unknown-parameter",
    meaning: Text("a path that names no parameter of the model", "路径不对应模型的任何参数"),
    cure: Text(
      "Correct the path. A parameter that the city does not give cannot be moved: give it a value first.",
      "改正路径。城市没有给出的参数无法改变：请先给它赋值。"),
    example: "transport: {passenger: {car: {ocupancy: 1.6 person/vehicle}}}")

  package static let unknownId = Self(
    "unknown-id",
    meaning: Text("an id that is declared nowhere", "标识未在任何地方定义"),
    cure: Text(
      "Correct the id, or declare it: a carrier under `carriers`, equipment under `equipment`.",
      "改正标识，或先定义它：能源在 `carriers` 下，设备在 `equipment` 下。"),
    example: "equipment: {gas-stove: {carrier: natural-gaz}}")

  package static let unknownWord = Self(
    "unknown-word",
    meaning: Text("a word that is none of those that may stand here", "此处不能用这个词"),
    cure: Text("Write one of the words that the message lists.", "从消息列出的词中选一个。"),
    example: "levers: {electric-cars: {group: electric}}")

  package static let badId = Self(
    "bad-id",
    meaning: Text(
      "an id that is not lower-case words joined by -, or that other programs misread",
      "标识应为以 - 连接的小写单词，且不会被其他程序误读"),
    cure: Text(
      "Write lower-case words joined by `-`. Names for people go into `name` and `name-zh`.",
      "用 `-` 连接的小写单词。给人看的名称写在 `name` 和 `name-zh`。"),
    example: "sinks: {Wetland: {standing: {area: 10 km2, uptake: 0.1 kt/km2}}}")

  package static let sameId = Self(
    "same-id",
    meaning: Text("two districts of one city have one id", "同一城市的两个区县标识相同"),
    cure: Text(
      "Give each district's `city` an `id` of its own.", "请给各区县文件的 `city` 写不同的 `id`。"),
    example: nil)

  package static let duplicateKey = Self(
    "duplicate-key",
    meaning: Text("the same key twice in one map", "同一映射中键重复"),
    cure: Text("Take one of the two lines out.", "删去其中一行。"),
    example: "years: {base: 2020, base: 2021}")

  package static let missingKey = Self(
    "missing-key",
    meaning: Text("a required key is not there", "缺少必需的键"),
    cure: Text(
      "Write the key, or extend the file that holds it, such as `../library/fuels.yaml`.",
      "写上该键，或 `extends` 含有它的文件，如 `../library/fuels.yaml`。"),
    example: "levers: {bus-lanes: {group: structure, by: 2035}}")

  package static let conflictingKeys = Self(
    "conflicting-keys",
    meaning: Text("keys that exclude each other stand in one map", "同一映射中有互斥的键"),
    cure: Text(
      "Keep one of them. To take out an inherited key write `~` as its value.",
      "只保留其一。要去掉继承来的键，把它的值写成 `~`。"),
    example: "levers: {tight-networks: {moves: {energy.heat.loss: {to: 7%, change: -5%}}}}")

  package static let emptyValue = Self(
    "empty-value",
    meaning: Text("a key without a value, which changes nothing", "键没有值，不起作用"),
    cure: Text(
      "Write a value, or take the line out; `~` on purpose takes out an inherited key.",
      "写上值，或删去这一行；写 `~` 表示去掉继承来的键。"),
    example: "levers:\n  electric-cars:")

  package static let wrongType = Self(
    "wrong-type",
    meaning: Text(
      "a map, a list or a single value where another of them is expected", "映射、列表与单个值用错了地方"),
    cure: Text(
      "Write what the message expects: a map as `{a: 1}`, a list as `[1, 2]`, or a single value.",
      "按消息所要求的类型书写：映射 `{a: 1}`、列表 `[1, 2]` 或单个值。"),
    example: "years: 2020")

  package static let notSupported = Self(
    "not-supported",
    meaning: Text(
      "something the format allows for but this version does not compute", "格式允许但本版本尚不计算的内容"),
    cure: Text(
      "Leave it out; the message says what this version does instead.",
      "请去掉；消息会说明本版本可用的写法。"),
    example: "format: 2")
}
