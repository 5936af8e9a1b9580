//! The codes: six digits out of a shared secret and the clock.

use jiff::Timestamp;
use kit::{Error, Result, token};
use totp_rs::{Algorithm, Builder, Totp};

/// A new secret of 160 bits, as RFC 4226 asks.
pub fn new_secret() -> Vec<u8> {
    token::bytes::<20>().to_vec()
}

/// The half minute that a code belongs to, if it is the secret's: the present one, or one before or after, since
/// clocks differ.
pub fn step_of(secret: &[u8], typed: &str, now: Timestamp) -> Result<Option<i64>> {
    let seconds = u64::try_from(now.as_second()).unwrap_or_default();
    let step = totp(secret, "", "")?.check(typed, seconds);
    Ok(step.and_then(|step| i64::try_from(step).ok()))
}

/// The secret as one types it into an app: groups of four letters.
pub fn in_letters(secret: &[u8]) -> Result<String> {
    let letters = totp(secret, "", "")?.secret().to_base32();
    let groups: Vec<&str> = (0..letters.len()).step_by(4).filter_map(|at| letters.get(at..at + 4)).collect();
    Ok(groups.join(" "))
}

/// The address that an app reads from the picture: whose secret this is, and where.
pub fn address(secret: &[u8], town: &str, account: &str) -> Result<String> {
    totp(secret, town, account)?.to_url().map_err(|e| Error::Bug(e.to_string()))
}

fn totp(secret: &[u8], town: &str, account: &str) -> Result<Totp> {
    // A colon parts the two in the address.
    let plain = |text: &str| text.replace(':', " ");
    let built = Builder::new()
        .with_algorithm(Algorithm::SHA1)
        .with_digits(6)
        .with_skew(1)
        .with_step_duration(30)
        .with_secret(secret.to_vec())
        .with_issuer(Some(plain(town)))
        .with_account_name(plain(account))
        .build();
    built.map_err(|e| Error::Bug(e.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The secret of RFC 6238, appendix B.
    const SECRET: &[u8] = b"12345678901234567890";

    fn at(seconds: i64) -> Timestamp {
        Timestamp::from_second(seconds).unwrap()
    }

    #[test]
    fn the_codes_are_those_of_the_standard() {
        for (seconds, code) in
            [(59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (20_000_000_000, "353130")]
        {
            let step = step_of(SECRET, code, at(seconds)).unwrap();
            assert_eq!(step, Some(seconds / 30), "{code} at {seconds}");
        }
    }

    #[test]
    fn a_clock_may_be_half_a_minute_off_and_no_more() {
        let taken = |seconds| step_of(SECRET, "050471", at(seconds)).unwrap().is_some();
        let step = 1_111_111_111 / 30 * 30;
        assert!(taken(step - 30) && taken(step + 59));
        assert!(!taken(step - 31) && !taken(step + 60));
    }

    #[test]
    fn what_is_no_code_is_none() {
        for typed in ["", "28708", "2870821", "abcdef", "２８７０８２"] {
            assert_eq!(step_of(SECRET, typed, at(59)).unwrap(), None, "{typed}");
        }
    }

    #[test]
    fn an_app_gets_the_secret_by_picture_or_by_hand() {
        assert_eq!(in_letters(SECRET).unwrap(), "GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
        let address = address(SECRET, "Kővölgy: a town", "marta@example.org").unwrap();
        assert!(address.starts_with("otpauth://totp/K%C5%91v%C3%B6lgy"), "{address}");
        assert!(address.contains("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"), "{address}");
    }
}
