/// An energy balance that tests make up: consistent, until a test damages it.
struct TestBalance {
  /// The names of the rows, with their numbering, and what each is the sum of.
  static let rows: [(name: String, parts: [Int])] = [
    ("一、可供本地区消费的能源量", [1, 2, 3, 4, 5, 6]), ("  1.年初库存量", []), ("  2.一次能源生产量", []),
    ("  4.外省（区、市）调入量", []), ("  5.进口量", []), ("  7.本省（区、市）调出量（-）", []),
    ("  10.年末库存量（-）", []), ("二、加工转换投入（-）产出（+）量", [8, 9, 10, 11]), ("  火力发电", []),
    ("  供热", []), ("  炼焦", []), ("  炼油及煤制油", []), ("三、损失量", []), ("  #运输和输配损失", []),
    ("四、终端消费量", [15, 16, 20, 24]), ("  第一产业", []), ("  第二产业", [17, 19]), ("    工业", []),
    ("      #用作原料、材料", []), ("    建筑业", []), ("  第三产业", [21, 22, 23]),
    ("    交通运输、仓储和邮政业", []), ("    批发和零售业、住宿和餐饮业", []), ("    其他", []),
    ("  生活消费", [25, 26]), ("    城镇", []), ("    乡村", []), ("五、平衡差额", []),
  ]

  /// The fuels, their units, and what each is the sum of; the factor is that to 万吨标准煤.
  static let fuels: [(name: String, unit: String, factor: Double, parts: [Int])] = [
    ("煤合计", "万吨", 0, [1, 2, 3]), ("原煤", "万吨", 0.7143, []), ("洗精煤", "万吨", 0.9, []),
    ("煤制品", "万吨", 0.6, []), ("焦炭", "万吨", 0.9714, []), ("油品合计", "万吨", 0, [6, 7, 8]),
    ("汽油", "万吨", 1.4714, []), ("柴油", "万吨", 1.4571, []), ("液化石油气", "万吨", 1.7143, []),
    ("天然气", "亿立方米", 13.3, []), ("热力", "万百万千焦", 0.03412, []), ("电力", "亿千瓦时", 1.229, []),
  ]

  /// The numbers, row by row; those of the standard edition have a column of totals at the end.
  var numbers: [[Double]]
  var isStandard = false

  /// Makes a consistent table.
  init(_ dice: inout Dice) {
    let columns = Self.fuels.count
    numbers = Self.rows.map { _ in [Double](repeating: 0, count: columns) }
    for column in 0..<columns where Self.fuels[column].parts.isEmpty {
      let size = [1.0, 10, 100, 1000][dice.below(4)]
      for row in Self.rows.indices where Self.rows[row].parts.isEmpty && row != 27 {
        if row > 2, dice.below(5) == 0 { continue }
        let number = (Double(1 + dice.below(9999)) * size).rounded() / 100
        let isBelow = [5, 6, 8].contains(row) || row == 9 && dice.below(2) == 0
        numbers[row][column] = isBelow ? -number : number
      }
      numbers[13][column] = (numbers[12][column] * 30).rounded() / 100
      numbers[18][column] = (numbers[17][column] * 20).rounded() / 100
    }
    addUp()
  }

  /// Works out all sums, and the difference.
  mutating func addUp() {
    let columns = numbers[0].count
    for column in 0..<columns {
      for row in [16, 20, 24, 14, 7, 0] {
        numbers[row][column] = Self.rows[row].parts.reduce(0) { $0 + numbers[$1][column] }
      }
      numbers[27][column] =
        numbers[0][column] + numbers[7][column] - numbers[12][column] - numbers[14][column]
    }
    for row in Self.rows.indices {
      for (column, fuel) in Self.fuels.enumerated() where !fuel.parts.isEmpty {
        numbers[row][column] = fuel.parts.reduce(0) { $0 + numbers[row][$1] }
      }
      if isStandard {
        numbers[row][Self.fuels.count] = [0, 4, 5, 9, 10, 11].reduce(0) { $0 + numbers[row][$1] }
      }
    }
    for row in numbers.indices {
      for column in numbers[row].indices {
        numbers[row][column] = (numbers[row][column] * 1e6).rounded() / 1e6
      }
    }
  }

  /// The same in coal equivalent.
  var standard: TestBalance {
    var other = self
    other.isStandard = true
    for row in numbers.indices {
      for (column, fuel) in Self.fuels.enumerated() {
        other.numbers[row][column] = (numbers[row][column] * fuel.factor * 1e4).rounded() / 1e4
      }
      other.numbers[row].append(0)
    }
    other.addUp()
    return other
  }

  /// The table as a text.
  var text: String {
    let unit = isStandard ? "单位：万吨标准煤" : ""
    let title = isStandard ? "能源平衡表（标准量，电力按当量值折算）" : "能源平衡表（实物量）"
    let width = numbers[0].count
    let blanks = String(repeating: ",", count: width)
    var lines = ["表6-1 滨海市2020年\(title)\(unit.isEmpty ? "" : "（\(unit)）")\(blanks)"]
    lines.append(
      "项目," + (Self.fuels.map(\.name) + (isStandard ? ["合计"] : [])).joined(separator: ","))
    if !isStandard { lines.append("," + Self.fuels.map(\.unit).joined(separator: ",")) }
    for (row, numbers) in zip(Self.rows, numbers) {
      lines.append(row.name + "," + numbers.map(Self.written).joined(separator: ","))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func written(_ number: Double) -> String {
    if number == 0 { return "" }
    return number == number.rounded() ? "\(Int(number))" : "\(number)"
  }
}
