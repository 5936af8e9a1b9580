//! Phone numbers, e-mail addresses and web addresses, found in cells that people filled for people:
//! two numbers in one cell, "TTY:" before one, an opening time behind, a web address without `https://`.

mod emails;
mod phones;
mod websites;

pub use emails::emails;
pub use phones::{Phone, phones};
pub use websites::{host, websites};

/// So many of a kind are read from one cell; a cell with more is a list that slipped into it.
const MOST: usize = 20;

#[cfg(test)]
mod tests;
