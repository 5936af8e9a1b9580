//! Items from a list that the municipality has already: a CSV file with a title, and perhaps a text, a
//! link and days. What was read is shown row by row with what is odd about it; nothing is added before
//! somebody has looked.

mod columns;
mod pages;
mod rows;
#[cfg(test)]
mod tests;

pub use pages::{create, preview, start};
pub use rows::{Listing, Oddity, Row, read};
