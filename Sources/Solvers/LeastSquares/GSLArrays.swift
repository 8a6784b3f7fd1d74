import CGSL
import Diagnostics

/// A vector of GSL that goes away with its owner.
final class GSLVector {
  let pointer: UnsafeMutablePointer<gsl_vector>

  /// Copies numbers; nothing without memory, or without numbers.
  init?(_ values: [Double]) {
    guard !values.isEmpty, let pointer = gsl_vector_alloc(values.count) else { return nil }
    self.pointer = pointer
    for (index, value) in values.enumerated() { gsl_vector_set(pointer, index, value) }
  }

  deinit { gsl_vector_free(pointer) }
}

/// A matrix of GSL that goes away with its owner.
final class GSLMatrix {
  let pointer: UnsafeMutablePointer<gsl_matrix>

  /// Copies rows; nothing without memory, or without numbers.
  ///
  /// - Precondition: All rows have the same length.
  init?(_ rows: [[Double]]) {
    guard let first = rows.first, !first.isEmpty,
      let pointer = gsl_matrix_alloc(rows.count, first.count)
    else { return nil }
    self.pointer = pointer
    for (row, values) in rows.enumerated() {
      defect(unless: values.count == first.count, "rows of one length")
      for (column, value) in values.enumerated() { gsl_matrix_set(pointer, row, column, value) }
    }
  }

  deinit { gsl_matrix_free(pointer) }
}

/// The numbers of a vector of GSL.
func gslValues(_ vector: UnsafePointer<gsl_vector>?) -> [Double] {
  guard let vector else { return [] }
  return (0..<vector.pointee.size).map { gsl_vector_get(vector, $0) }
}

/// The rows of a matrix of GSL.
func gslRows(_ matrix: UnsafePointer<gsl_matrix>?) -> [[Double]] {
  guard let matrix else { return [] }
  return (0..<matrix.pointee.size1).map { row in
    (0..<matrix.pointee.size2).map { gsl_matrix_get(matrix, row, $0) }
  }
}
