//! The import held against a real town's list, with numbers counted by hand. The list isn't ours to copy:
//! it is read where it lies beside the repository, and rows are named by their lines.

mod tests;
