import Glibc

/// What the system says of a file or a stream, as `No space left on device`.
///
/// - Parameter code: The system's error number (`errno`).
/// - Returns: Its own words; in Chinese ours for what happens to people.
public func systemReason(_ code: Int32) -> Text {
  let words = String(cString: strerror(code))
  return Text(english: words, chinese: chineseReasons[code] ?? words)
}

private let chineseReasons: [Int32: String] = [
  ENOENT: "文件或文件夹不存在", EACCES: "没有权限", EPERM: "不允许此操作", ENOSPC: "磁盘空间不足",
  EDQUOT: "超出磁盘配额", EROFS: "文件系统为只读", EEXIST: "已存在同名文件", EISDIR: "这是文件夹",
  ENOTDIR: "路径中有一段不是文件夹", ENAMETOOLONG: "文件名过长", EFBIG: "文件过大", EIO: "输入输出错误",
  EBADF: "该流已关闭", EPIPE: "管道已断开", ELOOP: "符号链接过多", EMFILE: "打开的文件过多",
  ETXTBSY: "文件正在使用",
]
