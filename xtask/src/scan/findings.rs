//! What scanners find, and how it has been judged.

/// As Wapiti counts: 0 tells something, 1 is low, 2 middle, 3 high, 4 critical.
pub const MIDDLE: u64 = 2;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    pub kind: String,
    pub weight: u64,
    /// Where, and by what.
    pub place: String,
}

impl Finding {
    /// Of middle or high weight, and not judged to be none.
    pub fn is_grave(&self) -> bool {
        self.weight >= MIDDLE && self.judgement().is_none()
    }

    /// Why it is nothing, where somebody has looked.
    pub fn judgement(&self) -> Option<&'static str> {
        JUDGED.iter().find(|(kind, _)| self.kind == *kind).map(|(_, why)| *why)
    }
}

pub fn weight(number: u64) -> &'static str {
    match number {
        0 => "tells",
        1 => "low",
        2 => "middle",
        3 => "high",
        _ => "critical",
    }
}

/// Kinds of finding that were looked at and are none, and why.
const JUDGED: [(&str, &str); 2] = [
    (
        "Cross Site Request Forgery",
        "no fault: the scanner looks for a secret field in the form. Here each request that changes something is refused where \
     the browser says that it comes from another site (`Sec-Fetch-Site`, or `Origin`), and the session's cookie is `SameSite=Lax`",
    ),
    (
        "Secure Flag cookie",
        "no fault: the demo is served over plain HTTP on the loopback, where such a cookie would not come back. Over https each \
         cookie is `Secure`",
    ),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_judged_is_not_grave() {
        let found = |kind: &str, weight| Finding { kind: kind.into(), weight, place: "/".into() };
        assert!(found("SQL Injection", 4).is_grave() && !found("SQL Injection", 1).is_grave());
        assert!(!found("Cross Site Request Forgery", 2).is_grave());
    }
}
