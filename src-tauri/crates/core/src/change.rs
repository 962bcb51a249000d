//! One change to a token's header or body, for tokens that are wrong on
//! purpose.
//!
//! A place is written with dots, as [`crate::inspect::Reading`] shows it:
//! `exp`, `context.user.moderator`, `header.kid`. Names with a dot inside and
//! elements of lists have no place here; JaaS knows neither.

use std::fmt;

use serde::{Deserialize, Deserializer, Serialize, Serializer, de};
use serde_json::{Map, Value};

/// A value's place in a token.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Place {
    part: Part,
    names: Vec<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Part {
    Header,
    Body,
}

const HEADER: &str = "header";

impl Place {
    /// Reads `exp`, `context.user.name`, `header.kid`; `header` alone is the
    /// header as a whole.
    pub fn parse(text: &str) -> Result<Self, PlaceFault> {
        let mut names: Vec<String> = text.split('.').map(str::to_owned).collect();
        if names.iter().any(String::is_empty) {
            return Err(PlaceFault);
        }
        let part = if names.first().is_some_and(|name| name == HEADER) {
            names.remove(0);
            Part::Header
        } else {
            Part::Body
        };
        Ok(Self { part, names })
    }

    /// The body as a whole.
    pub fn body() -> Self {
        Self {
            part: Part::Body,
            names: Vec::new(),
        }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let names = self.names.join(".");
        match (self.part, names.as_str()) {
            (Part::Header, "") => f.write_str(HEADER),
            (Part::Header, names) => write!(f, "{HEADER}.{names}"),
            (Part::Body, "") => f.write_str("body"),
            (Part::Body, names) => f.write_str(names),
        }
    }
}

impl Serialize for Place {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Place {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(de::Error::custom)
    }
}

/// The text names no place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("This is no place in a token. Write it like exp, context.user.moderator or header.kid")]
pub struct PlaceFault;

/// Why two texts are no change.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChangeFault {
    /// The value is no JSON.
    #[error("The value is no JSON. Put texts in double quotes")]
    Json,
    /// The place is none.
    #[error(transparent)]
    Place(#[from] PlaceFault),
}

/// What is done to a token before it is signed.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "do", rename_all = "camelCase")]
pub enum Change {
    /// A value is put there, in place of what was there.
    Set {
        /// Where.
        place: Place,
        /// The value.
        value: Value,
    },
    /// What is there is left out.
    Omit {
        /// Where.
        place: Place,
    },
}

impl Change {
    /// Reads a place and a value in JSON.
    pub fn set(place: &str, json: &str) -> Result<Self, ChangeFault> {
        let value = serde_json::from_str(json).map_err(|_| ChangeFault::Json)?;
        let place = Place::parse(place)?;
        Ok(Self::Set { place, value })
    }

    /// Reads a place to leave out.
    pub fn omit(place: &str) -> Result<Self, PlaceFault> {
        let place = Place::parse(place)?;
        Ok(Self::Omit { place })
    }

    /// Keeps the person out of recordings: a claim of Jitsi's, beside what a token says of a person.
    pub fn hide_from_recorder() -> Self {
        let place = "context.user.hidden-from-recorder";
        Self::set(place, "\"true\"").expect("the place is one, and the value JSON")
    }

    /// Where it is.
    pub fn place(&self) -> &Place {
        match self {
            Self::Set { place, .. } | Self::Omit { place } => place,
        }
    }

    /// Changes one of a token's two parts. Objects on the way are made where
    /// there are none; leaving out what is not there changes nothing.
    pub fn apply(&self, header: &mut Value, body: &mut Value) {
        match self {
            Self::Set { place, value } => {
                let mut at = part_of(place, header, body);
                for name in &place.names {
                    at = entry(at, name);
                }
                *at = value.clone();
            }
            Self::Omit { place } => {
                let part = part_of(place, header, body);
                let Some((last, way)) = place.names.split_last() else {
                    *part = Value::Null;
                    return;
                };
                let holder = way.iter().try_fold(part, |at, name| at.get_mut(name));
                if let Some(Value::Object(map)) = holder {
                    map.remove(last);
                }
            }
        }
    }
}

fn part_of<'a>(place: &Place, header: &'a mut Value, body: &'a mut Value) -> &'a mut Value {
    match place.part {
        Part::Header => header,
        Part::Body => body,
    }
}

fn entry<'a>(at: &'a mut Value, name: &str) -> &'a mut Value {
    if !at.is_object() {
        *at = Value::Object(Map::new());
    }
    // Indexing an object by a name makes the entry.
    &mut at[name]
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn set(place: &str, value: Value) -> Change {
        Change::Set {
            place: Place::parse(place).unwrap(),
            value,
        }
    }

    fn omit(place: &str) -> Change {
        Change::Omit {
            place: Place::parse(place).unwrap(),
        }
    }

    fn changed(change: &Change) -> (Value, Value) {
        let mut header = json!({"alg": "RS256", "kid": "a/b"});
        let mut body = json!({"exp": 7, "context": {"user": {"name": "Ada"}, "group": "x"}});
        change.apply(&mut header, &mut body);
        (header, body)
    }

    #[test]
    fn a_value_is_replaced_added_or_left_out() {
        let header = json!({"alg": "RS256", "kid": "a/b"});
        let cases = [
            (
                set("exp", json!("soon")),
                json!({"exp": "soon", "context": {"user": {"name": "Ada"}, "group": "x"}}),
            ),
            (
                set("context.user.moderator", json!(true)),
                json!({"exp": 7, "context": {"user": {"name": "Ada", "moderator": true}, "group": "x"}}),
            ),
            (
                set("context.group.a.b", json!(1)),
                json!({"exp": 7, "context": {"user": {"name": "Ada"}, "group": {"a": {"b": 1}}}}),
            ),
            (
                omit("context.user"),
                json!({"exp": 7, "context": {"group": "x"}}),
            ),
            (
                omit("context.none.name"),
                json!({"exp": 7, "context": {"user": {"name": "Ada"}, "group": "x"}}),
            ),
            (
                omit("exp.deeper"),
                json!({"exp": 7, "context": {"user": {"name": "Ada"}, "group": "x"}}),
            ),
        ];
        for (change, body) in cases {
            assert_eq!(changed(&change), (header.clone(), body), "{change:?}");
        }
    }

    #[test]
    fn the_header_is_a_part_of_its_own() {
        let (header, body) = changed(&set("header.kid", json!(7)));
        assert_eq!(header, json!({"alg": "RS256", "kid": 7}));
        assert_eq!(body["exp"], 7);
        assert_eq!(changed(&omit("header.alg")).0, json!({"kid": "a/b"}));
        assert_eq!(changed(&omit("header")).0, Value::Null);
        let whole = Change::Set {
            place: Place::body(),
            value: json!([]),
        };
        assert_eq!(changed(&whole).1, json!([]));
    }

    #[test]
    fn a_place_is_shown_as_it_is_written() {
        for text in ["exp", "context.user.name", "header.kid", "header"] {
            assert_eq!(Place::parse(text).unwrap().to_string(), text);
        }
        for text in ["", ".", "exp.", ".exp", "header.", "a..b"] {
            assert_eq!(Place::parse(text), Err(PlaceFault), "{text}");
        }
    }
}
