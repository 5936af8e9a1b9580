//! STV.
