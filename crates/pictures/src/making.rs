//! A picture made anew: decoded under limits, made smaller, turned upright, and written as WebP in two sizes. Only
//! its dots go over; what a camera noted beside them (place, time, owner, a small preview) stays behind.

use super::{Fault, Format};
use fast_image_resize::{FilterType, ResizeAlg, ResizeOptions, Resizer};
use image::metadata::Orientation;
use image::{DynamicImage, GenericImageView, ImageDecoder, ImageReader, Limits};
use std::fs::File;
use std::io::{BufRead, BufReader, Cursor, Seek};
use webp::{Encoder, PixelLayout};

/// The most dots: what phones take at their finest setting but one.
const MOST_DOTS: u64 = 50_000_000;

/// The longest side, in dots.
const LONGEST_SIDE: u32 = 20_000;

/// The most memory that a decoder may take beside the picture itself.
const MOST_MEMORY: u64 = 512 * 1024 * 1024;

/// The box that a picture must fit in: wide enough for a sharp screen, tall enough for a scanned page.
const LARGE: (u32, u32) = (1600, 2400);
/// The same for phones.
const SMALL: (u32, u32) = (800, 1200);

/// Of 100. Above this a photo grows much and looks the same.
const QUALITY: f32 = 78.0;

/// In dots.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    pub width: u32,
    pub height: u32,
}

/// One writing of a picture.
#[derive(Debug)]
pub struct Made {
    pub bytes: Vec<u8>,
    pub size: Size,
}

/// A picture as it is kept; `small` where the large one is more than small.
#[derive(Debug)]
pub struct Picture {
    pub large: Made,
    pub small: Option<Made>,
}

/// The memory that decoding takes, told from the head of a file. Nothing is decoded yet.
pub fn needs(bytes: &[u8], format: Format) -> Result<u64, Fault> {
    let decoder = decoder(Cursor::new(bytes), format)?;
    // The dots as they are decoded, once more in what a decoder keeps, and the file itself.
    Ok(decoder.total_bytes() * 2 + bytes.len() as u64)
}

/// A decoder of a picture that isn't too large.
fn decoder<'a, R: BufRead + Seek + 'a>(source: R, format: Format) -> Result<impl ImageDecoder + 'a, Fault> {
    let mut reader = ImageReader::with_format(source, format);
    let mut limits = Limits::default();
    limits.max_image_width = None;
    limits.max_image_height = None;
    limits.max_alloc = Some(MOST_MEMORY);
    reader.limits(limits);
    let decoder = reader.into_decoder().map_err(|_| Fault::Unreadable)?;
    let (width, height) = decoder.dimensions();
    if u64::from(width) * u64::from(height) > MOST_DOTS || width.max(height) > LONGEST_SIDE {
        return Err(Fault::TooManyDots);
    }
    if width == 0 || height == 0 {
        return Err(Fault::Unreadable);
    }
    Ok(decoder)
}

/// Makes a picture of a file. It takes as much memory as [`needs`] says.
pub fn make(file: File, format: Format) -> Result<Picture, Fault> {
    let mut decoder = decoder(BufReader::new(file), format)?;
    // What can't be read of a camera's notes says nothing of the picture.
    let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
    let decoded = DynamicImage::from_decoder(decoder).map_err(|_| Fault::Unreadable)?;
    let mut large = fitted(in_bytes(decoded), turned(LARGE, orientation))?;
    large.apply_orientation(orientation);
    let large = without_empty_alpha(large);
    let small = match large.width() > SMALL.0 || large.height() > SMALL.1 {
        true => Some(written(&fitted(large.clone(), SMALL)?)?),
        false => None,
    };
    Ok(Picture { large: written(&large)?, small })
}

/// A box for a picture that is turned afterwards.
fn turned((width, height): (u32, u32), orientation: Orientation) -> (u32, u32) {
    match orientation {
        Orientation::Rotate90
        | Orientation::Rotate270
        | Orientation::Rotate90FlipH
        | Orientation::Rotate270FlipH => (height, width),
        _ => (width, height),
    }
}

/// Eight bits a colour, with alpha only where there was some.
fn in_bytes(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageRgb8(_) | DynamicImage::ImageRgba8(_) => picture,
        other if other.color().has_alpha() => DynamicImage::ImageRgba8(other.into_rgba8()),
        other => DynamicImage::ImageRgb8(other.into_rgb8()),
    }
}

/// Made smaller until it fits in a box; never made larger.
fn fitted(picture: DynamicImage, (width, height): (u32, u32)) -> Result<DynamicImage, Fault> {
    let (w, h) = picture.dimensions();
    if w <= width && h <= height {
        return Ok(picture);
    }
    let scale = f64::min(f64::from(width) / f64::from(w), f64::from(height) / f64::from(h));
    let scaled = |side: u32| ((f64::from(side) * scale).round() as u32).max(1);
    let mut smaller = DynamicImage::new(scaled(w), scaled(h), picture.color());
    let options = ResizeOptions::new().resize_alg(ResizeAlg::Convolution(FilterType::CatmullRom));
    let resized = Resizer::new().resize(&picture, &mut smaller, &options);
    resized.map(|()| smaller).map_err(|_| Fault::Unreadable)
}

/// Many pictures have alpha and use none.
fn without_empty_alpha(picture: DynamicImage) -> DynamicImage {
    match picture {
        DynamicImage::ImageRgba8(dots) if dots.pixels().all(|dot| dot.0[3] == 255) => {
            DynamicImage::ImageRgb8(DynamicImage::ImageRgba8(dots).into_rgb8())
        }
        other => other,
    }
}

fn written(picture: &DynamicImage) -> Result<Made, Fault> {
    let size = Size { width: picture.width(), height: picture.height() };
    let layout = if picture.color().has_alpha() { PixelLayout::Rgba } else { PixelLayout::Rgb };
    let encoder = Encoder::new(picture.as_bytes(), layout, size.width, size.height);
    let bytes = encoder.encode_simple(false, QUALITY).map_err(|_| Fault::Unreadable)?.to_vec();
    Ok(Made { bytes, size })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::samples;
    use std::io::Write;

    fn made(bytes: &[u8], format: Format) -> Picture {
        let mut file = tempfile::tempfile().unwrap();
        file.write_all(bytes).unwrap();
        file.rewind().unwrap();
        make(file, format).unwrap()
    }

    #[test]
    fn what_lay_on_its_side_stands_upright() {
        let Picture { large, small } = made(&samples::photo(1200, 900), Format::Jpeg);
        assert_eq!(large.size, Size { width: 900, height: 1200 });
        for made in [large, small.unwrap()] {
            let shown = image::load_from_memory_with_format(&made.bytes, Format::WebP).unwrap();
            let Size { width, height } = made.size;
            assert_eq!(shown.dimensions(), (width, height));
            // What was left, the red half, is on top.
            let (top, bottom) = (shown.get_pixel(width / 2, 20), shown.get_pixel(width / 2, height - 20));
            assert!(top.0[0] > 150 && bottom.0[2] > 150, "{top:?} {bottom:?}");
        }
    }

    #[test]
    fn what_shines_through_still_does() {
        let half = image::RgbaImage::from_fn(40, 20, |x, _| {
            image::Rgba([200, 40, 40, if x < 20 { 0 } else { 255 }])
        });
        let mut png = Cursor::new(Vec::new());
        DynamicImage::ImageRgba8(half).write_to(&mut png, Format::Png).unwrap();
        let made = made(png.get_ref(), Format::Png).large;
        let shown = image::load_from_memory_with_format(&made.bytes, Format::WebP).unwrap();
        assert_eq!((shown.get_pixel(5, 10).0[3], shown.get_pixel(35, 10).0[3]), (0, 255));
    }
}
