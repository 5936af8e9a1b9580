//! How far the endowment can rise before the purchases change.
