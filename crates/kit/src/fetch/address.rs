//! Which addresses are fetched at all: of the web, at its usual ports, on the public internet.

use super::Failure;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};
use url::{Host, Url};

/// Nobody means a longer one.
const LONGEST: usize = 2000;

/// Blocks of IPv4 that aren't on the public internet, or lead into a network's own: IANA's registry of special
/// addresses, and the one at which a large cloud tells its machines' secrets from a public block.
const CLOSED_4: [(Ipv4Addr, u32); 17] = [
    (Ipv4Addr::new(0, 0, 0, 0), 8),
    (Ipv4Addr::new(10, 0, 0, 0), 8),
    (Ipv4Addr::new(100, 64, 0, 0), 10),
    (Ipv4Addr::new(127, 0, 0, 0), 8),
    (Ipv4Addr::new(169, 254, 0, 0), 16),
    (Ipv4Addr::new(172, 16, 0, 0), 12),
    (Ipv4Addr::new(192, 0, 0, 0), 24),
    (Ipv4Addr::new(192, 0, 2, 0), 24),
    (Ipv4Addr::new(192, 88, 99, 0), 24),
    (Ipv4Addr::new(192, 168, 0, 0), 16),
    (Ipv4Addr::new(198, 18, 0, 0), 15),
    (Ipv4Addr::new(198, 51, 100, 0), 24),
    (Ipv4Addr::new(203, 0, 113, 0), 24),
    (Ipv4Addr::new(224, 0, 0, 0), 4),
    (Ipv4Addr::new(240, 0, 0, 0), 4),
    (Ipv4Addr::new(168, 63, 129, 16), 32),
    (Ipv4Addr::new(192, 31, 196, 0), 24),
];

/// The one block of IPv6 from which public addresses are given, 2000::/3, and what is none in it: Teredo and other
/// protocols' own, documentation, 6to4.
const OPEN_6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);
const CLOSED_6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// An address that may be fetched, as it is kept: without what only a browser needs of it.
pub fn parse(text: &str) -> Option<Url> {
    let mut url = Url::parse(text.trim()).ok()?;
    url.set_fragment(None);
    ensure_fetchable(&url, false).ok()?;
    Some(url)
}

pub(super) fn ensure_fetchable(url: &Url, at_home: bool) -> Result<(), Failure> {
    let is_web = matches!(url.scheme(), "http" | "https");
    let is_usual = at_home || matches!(url.port_or_known_default(), Some(80 | 443));
    let is_anonymous = url.username().is_empty() && url.password().is_none();
    let has_place = match url.host() {
        None => false,
        // A name of one word is one of this network.
        Some(Host::Domain(name)) => name.trim_end_matches('.').contains('.'),
        Some(Host::Ipv4(ip)) => at_home || is_public(ip.into()),
        Some(Host::Ipv6(ip)) => at_home || is_public(ip.into()),
    };
    let is_fine = is_web && is_usual && is_anonymous && has_place && url.as_str().len() <= LONGEST;
    if is_fine { Ok(()) } else { Err(Failure::Forbidden) }
}

/// Whether an address is one that everybody on the internet reaches at the same place.
pub fn is_public(ip: IpAddr) -> bool {
    match ip {
        IpAddr::V4(ip) => !CLOSED_4.iter().any(|block| is_in_4(ip, *block)),
        // IPv4 in the clothes of IPv6 (mapped, compatible, NAT64, ISATAP) is not followed at all: who means an
        // address of IPv4 can say so.
        IpAddr::V6(ip) => {
            is_in_6(ip, OPEN_6) && !CLOSED_6.iter().any(|block| is_in_6(ip, *block)) && !is_isatap(ip)
        }
    }
}

fn is_in_4(ip: Ipv4Addr, (block, bits): (Ipv4Addr, u32)) -> bool {
    (ip.to_bits() ^ block.to_bits()).leading_zeros() >= bits
}

fn is_in_6(ip: Ipv6Addr, (block, bits): (Ipv6Addr, u32)) -> bool {
    (ip.to_bits() ^ block.to_bits()).leading_zeros() >= bits
}

fn is_isatap(ip: Ipv6Addr) -> bool {
    let [_, _, _, _, one, two, _, _] = ip.segments();
    matches!(one, 0 | 0x200) && two == 0x5efe
}
