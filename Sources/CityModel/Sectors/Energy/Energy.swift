/// Placeholder
enum Energy {}
