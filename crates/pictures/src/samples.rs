//! Pictures as cameras write them, for tests.

use super::Format;
use image::{DynamicImage, Rgb, RgbImage};
use std::io::Cursor;

/// Stands in the notes that a camera makes beside a picture, and must never come out again.
pub const CANARY: &str = "CanaryCam of 47.4979 N 19.0402 E";

/// A picture whose left half is red and whose right half is blue, in any kind.
pub fn picture(width: u32, height: u32, format: Format) -> Vec<u8> {
    let halves = RgbImage::from_fn(width, height, |x, y| {
        let shade = (y % 64) as u8;
        if x < width / 2 { Rgb([220, shade, 30]) } else { Rgb([30, shade, 220]) }
    });
    let mut bytes = Cursor::new(Vec::new());
    // Writing into memory can't fail.
    let _ = DynamicImage::ImageRgb8(halves).write_to(&mut bytes, format);
    bytes.into_inner()
}

/// The same as a JPEG that a camera took lying on its side (6), with its place and its camera noted.
pub fn photo(width: u32, height: u32) -> Vec<u8> {
    let jpeg = picture(width, height, Format::Jpeg);
    let notes = notes(6);
    let mut photo = jpeg[..2].to_vec();
    photo.extend([0xff, 0xe1]);
    photo.extend((notes.len() as u16 + 2).to_be_bytes());
    photo.extend(notes);
    photo.extend(&jpeg[2..]);
    photo
}

/// Exif: a camera's name, how it was held, and where it was.
fn notes(orientation: u32) -> Vec<u8> {
    let words = CANARY.len() as u32 + 1;
    // Three notes from byte 8 on, then the camera's name, then four notes of the place, then its numbers.
    let (name_at, place_at) = (8 + 2 + 3 * 12 + 4, 8 + 2 + 3 * 12 + 4 + words + words % 2);
    let numbers_at = place_at + 2 + 4 * 12 + 4;
    let note = |tag: u16, kind: u16, count: u32, value: u32| {
        [&tag.to_le_bytes()[..], &kind.to_le_bytes(), &count.to_le_bytes(), &value.to_le_bytes()].concat()
    };
    let mut exif = b"Exif\0\0II\x2a\0\x08\0\0\0".to_vec();
    exif.extend(3_u16.to_le_bytes());
    exif.extend(note(0x010f, 2, words, name_at));
    exif.extend(note(0x0112, 3, 1, orientation));
    exif.extend(note(0x8825, 4, 1, place_at));
    exif.extend([0; 4]);
    exif.extend(CANARY.as_bytes());
    exif.extend(vec![0; (1 + words % 2) as usize]);
    exif.extend(4_u16.to_le_bytes());
    exif.extend(note(1, 2, 2, u32::from(b'N')));
    exif.extend(note(2, 5, 3, numbers_at));
    exif.extend(note(3, 2, 2, u32::from(b'E')));
    exif.extend(note(4, 5, 3, numbers_at + 24));
    exif.extend([0; 4]);
    for number in [47_u32, 29, 52, 19, 2, 25] {
        exif.extend(number.to_le_bytes());
        exif.extend(1_u32.to_le_bytes());
    }
    exif
}
