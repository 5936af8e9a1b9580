//! An address as a picture that a phone's camera reads: a QR code (ISO/IEC 18004), drawn as one SVG path.

use crate::{Error, Markup, Result};
use askama::Template;
use qrcode2::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Light modules around the code, as the standard asks.
const QUIET: usize = 4;

#[derive(Template)]
#[template(path = "qr.svg", escape = "html")]
struct Drawing<'a> {
    side: usize,
    dark: String,
    label: &'a str,
}

/// `text` as an SVG that scales to its box, dark on light in both themes. `label` is what it says to those
/// who do not see it, in their language.
///
/// Error correction M (15 %): readable from a creased letter. What is longer than 2,331 bytes is an error.
pub fn svg(text: &str, label: &str) -> Result<Markup> {
    let code = QrCode::with_error_correction_level(text, EcLevel::M)
        .map_err(|e| Error::Bug(format!("a QR code of {} bytes: {e}", text.len())))?;
    let width = code.width();
    let mut dark = String::new();
    for (y, row) in code.to_colors().chunks(width).enumerate() {
        for (x, length) in dark_runs(row) {
            let _ = write!(dark, "M{} {}h{length}v1h-{length}z", x + QUIET, y + QUIET);
        }
    }
    let drawing = Drawing { side: width + 2 * QUIET, dark, label };
    drawing.render().map(Markup).map_err(|e| Error::Bug(format!("template: {e}")))
}

/// Where dark modules follow each other in a row: the first one's place, and how many.
fn dark_runs(row: &[Color]) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for (x, color) in row.iter().enumerate() {
        match (color, runs.last_mut()) {
            (Color::Light, _) => {}
            (Color::Dark, Some((start, length))) if *start + *length == x => *length += 1,
            (Color::Dark, _) => runs.push((x, 1)),
        }
    }
    runs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_has_its_three_corners_and_says_what_it_is() {
        let Markup(drawn) = svg("https://town.example/", "The town's \"door\" & more").unwrap();
        assert!(
            drawn.contains("viewBox=\"0 0 33 33\""),
            "version 2 is 25 modules and a margin of 4: {drawn}"
        );
        for corner in ["M4 4h7v1", "M22 4h7v1", "M4 22h7v1"] {
            assert!(drawn.contains(corner), "{corner} in {drawn}");
        }
        assert!(drawn.contains("&#34;door&#34; &#38; more") && !drawn.contains("\"door\""));
    }

    #[test]
    fn what_no_code_can_hold_is_an_error() {
        assert!(svg(&"a".repeat(2_332), "").is_err());
    }
}
