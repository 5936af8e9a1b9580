//! The rules on small polls, against their definitions written plainly.
