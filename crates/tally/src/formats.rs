//! Readers and writers of the files in which votes are published.

pub mod pabulib;
