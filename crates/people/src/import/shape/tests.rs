use super::*;

#[test]
fn cells_are_known_by_their_looks() {
    for (cell, shape) in [
        ("", Shape::Empty),
        ("  ", Shape::Empty),
        ("info@aasf.org, Hearing Impaired: info@aasf.org", Shape::Email),
        ("www.onlok.org/30thsite", Shape::Website),
        ("Benefits.gov", Shape::Website),
        ("(415) 550-2210, TTY: (415) 647-6332", Shape::Phone),
        ("06-30/123-4567", Shape::Phone),
        ("0264 123456", Shape::Phone),
        ("225 30th Street, 3rd Floor, San Francisco, CA 94131", Shape::Place),
        ("P.O. Box 3609, Oakland, CA 94609", Shape::Place),
        ("9730 Kőszeg, Fő tér 1.", Shape::Place),
        ("535400 Cristuru Secuiesc", Shape::Place),
        ("Müllerstraße 5", Shape::Place),
        ("12, rue de l’Église", Shape::Place),
        ("2013", Shape::Number),
        ("12", Shape::Number),
        ("All ages", Shape::Words),
        ("Monday - Friday, 8:30am - 5:00pm", Shape::Words),
        ("6th to 12th graders", Shape::Words),
        ("18 years old and older", Shape::Words),
        ("Kőszegi Vonósok", Shape::Words),
        ("San Francisco, CA", Shape::Words),
    ] {
        assert_eq!(Shape::of(cell), shape, "{cell}");
    }
    assert_eq!(Shape::of(&"many words make a text ".repeat(10)), Shape::Text);
}
