//! Exact numbers, each built on those before it, without a fraction being reduced once.
//!
//! Prices of Equal Shares and loads of Phragmén have one shape: the next is x = (a + Σ cⱼ·xⱼ) / v,
//! where a, the cⱼ and v are whole and the xⱼ came before. Written over the product D of all v so
//! far, the sum is a Horner scheme of big-by-small multiplications, which takes microseconds where
//! reduced fractions take milliseconds. Nothing is computed before somebody asks.

use std::cmp::Ordering;

use dashu_int::{IBig, Sign, UBig};
use dashu_ratio::RBig;

/// (a + Σ cⱼ·xⱼ) / v, where xⱼ is the rung j of a [`Ladder`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Form {
    pub a: IBig,
    /// Ascending in j.
    pub c: Vec<(u32, i128)>,
    /// One or more.
    pub v: u128,
}

#[derive(Debug, Default, Clone)]
pub(super) struct Ladder {
    rungs: Vec<Form>,
    /// The rungs worked out so far: numerators over the product of all v up to and with their own.
    numerators: Vec<IBig>,
    denominator: IBig,
}

impl Ladder {
    pub fn push(&mut self, form: Form) {
        self.rungs.push(form);
    }

    pub fn len(&self) -> usize {
        self.rungs.len()
    }

    /// The exact value of a form over the rungs.
    pub fn value(&mut self, form: &Form) -> RBig {
        let (numerator, denominator) = self.parts(form);
        // A product of sums of weights: over zero.
        let (_, denominator): (Sign, UBig) = denominator.into_parts();
        RBig::from_parts(numerator, denominator)
    }

    /// The value of rung k.
    pub fn rung_value(&mut self, k: usize) -> RBig {
        let form = Form { a: IBig::ZERO, c: vec![(k as u32, 1)], v: 1 };
        self.value(&form)
    }

    /// ⌊form · 2^shift / by⌋, or 0 where that is negative or over `u64`.
    pub fn floor(&mut self, form: &Form, shift: usize, by: u64) -> u64 {
        let (numerator, denominator) = self.parts(form);
        u64::try_from((numerator << shift) / (denominator * IBig::from(by))).unwrap_or(0)
    }

    /// Compares a·s with b·t, for s and t over zero.
    pub fn compare(&mut self, (a, s): (&Form, u64), (b, t): (&Form, u64)) -> Ordering {
        let left = IBig::from(s) * IBig::from(b.v);
        let right = IBig::from(t) * IBig::from(a.v);
        let constant = &a.a * &left - &b.a * &right;
        let mut difference: Vec<(u32, IBig)> = Vec::with_capacity(a.c.len() + b.c.len());
        difference.extend(a.c.iter().map(|(j, c)| (*j, IBig::from(*c) * &left)));
        difference.extend(b.c.iter().map(|(j, c)| (*j, IBig::from(*c) * -&right)));
        difference.sort_by_key(|(j, _)| *j);
        difference.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 += &next.1;
            }
            same
        });
        difference.retain(|(_, c)| *c != IBig::ZERO);
        match difference.is_empty() {
            true => constant.cmp(&IBig::ZERO),
            false => self.sum(&constant, &difference).cmp(&IBig::ZERO),
        }
    }

    fn parts(&mut self, form: &Form) -> (IBig, IBig) {
        let c: Vec<_> = form.c.iter().map(|(j, c)| (*j, IBig::from(*c))).collect();
        let numerator = self.sum(&form.a, &c);
        let whole = if c.is_empty() { IBig::ONE } else { self.denominator.clone() };
        (numerator, whole * IBig::from(form.v))
    }

    /// (a + Σ cⱼ·xⱼ) · D, or just a where the sum is empty.
    fn sum(&mut self, a: &IBig, c: &[(u32, IBig)]) -> IBig {
        if c.is_empty() {
            return a.clone();
        }
        self.climb();
        let above = &self.rungs[..self.numerators.len()];
        self.horner(c, above) + a * &self.denominator
    }

    fn horner(&self, c: &[(u32, IBig)], rungs: &[Form]) -> IBig {
        let (mut sum, mut rest) = (IBig::ZERO, c);
        for (j, form) in rungs.iter().enumerate() {
            if sum != IBig::ZERO {
                sum *= IBig::from(form.v);
            }
            if let Some(((_, c), after)) = rest.split_first().filter(|(first, _)| first.0 as usize == j) {
                sum += c * &self.numerators[j];
                rest = after;
            }
        }
        sum
    }

    /// Works out the rungs that nobody has asked for yet.
    fn climb(&mut self) {
        if self.numerators.is_empty() {
            self.denominator = IBig::ONE;
        }
        for k in self.numerators.len()..self.rungs.len() {
            let form = &self.rungs[k];
            let c: Vec<_> = form.c.iter().map(|(j, c)| (*j, IBig::from(*c))).collect();
            let numerator = self.horner(&c, &self.rungs[..k]) + &form.a * &self.denominator;
            self.denominator *= IBig::from(form.v);
            self.numerators.push(numerator);
        }
    }
}
