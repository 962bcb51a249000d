//! The passphrase of a rollout file. It is made, never chosen.

use std::fmt;

use zeroize::Zeroizing;

use super::RolloutFault;

/// Crockford's base 32 in lower case: no letter that looks like another.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";

const GROUPS: usize = 6;
const GROUP: usize = 4;

/// What opens a rollout file. Wiped when it is dropped, and never shown by accident.
pub struct Passphrase(Zeroizing<String>);

impl Passphrase {
    /// Makes one of 120 random bits: six groups of four characters.
    pub fn new() -> Result<Self, RolloutFault> {
        let mut random = Zeroizing::new([0_u8; GROUPS * GROUP]);
        getrandom::fill(&mut *random).map_err(|_| RolloutFault::Randomness)?;
        let mut text = Zeroizing::new(String::with_capacity(GROUPS * (GROUP + 1)));
        for (index, byte) in random.iter().enumerate() {
            if index > 0 && index % GROUP == 0 {
                text.push('-');
            }
            // 256 is a multiple of 32, so every digit is as likely.
            let digit = usize::from(byte % 32);
            text.push(char::from(*DIGITS.get(digit).unwrap_or(&b'0')));
        }
        Ok(Self(text))
    }

    /// Takes what a person typed: without regard to case, spaces and dashes, and with letters
    /// that are no digits read as those they look like.
    pub fn typed(text: &str) -> Self {
        let digits = text
            .chars()
            .filter(|c| !c.is_whitespace() && !matches!(c, '-' | '‐' | '‑' | '–' | '—'))
            .flat_map(char::to_lowercase)
            .map(|c| match c {
                'o' => '0',
                'i' | 'l' => '1',
                other => other,
            });
        let mut grouped = Zeroizing::new(String::with_capacity(text.len() + GROUPS));
        for (index, digit) in digits.enumerate() {
            if index > 0 && index % GROUP == 0 {
                grouped.push('-');
            }
            grouped.push(digit);
        }
        Self(grouped)
    }

    /// The text, such as `k3f9-0m2x-…`, for the admin's eyes and for age.
    pub fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_that_was_made_comes_back_however_it_is_typed() {
        let made = Passphrase::new().unwrap();
        assert_eq!(made.reveal().len(), GROUPS * GROUP + GROUPS - 1);
        let typed = format!(" {} ", made.reveal().to_uppercase().replace('-', " – "));
        assert_eq!(Passphrase::typed(&typed).reveal(), made.reveal());
    }

    #[test]
    fn letters_that_look_like_digits_are_those() {
        assert_eq!(Passphrase::typed("OoIlL").reveal(), "0011-1");
    }

    #[test]
    fn no_two_are_alike_and_none_is_shown() {
        let made = Passphrase::new().unwrap();
        assert_ne!(made.reveal(), Passphrase::new().unwrap().reveal());
        assert!(!format!("{made:?}").contains(made.reveal()));
    }
}
