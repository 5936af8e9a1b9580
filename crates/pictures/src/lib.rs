//! Pictures that people send, made anew: decoded under limits, turned upright, made smaller, and written as WebP in
//! two sizes. Only the dots go over. A crate of its own, so that a debug build works on dots as fast as a release.

mod making;
pub mod samples;

pub use image::ImageFormat as Format;
pub use making::{Made, Picture, Size, make, needs};

/// Why nothing can be made of a picture.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("it has more dots than we take")]
    TooManyDots,
    #[error("it can't be read")]
    Unreadable,
}
