//! An object of the document while it is read, with the three ways to take a
//! key from it: it may be bad, it may be missing, it must be there.

use std::cell::RefCell;
use std::collections::HashSet;
use std::fmt;
use std::hash::Hash;

use serde_json::Map;
use serde_json::Value;

use super::place::Place;
use super::value::Needed;
use crate::settings::Warning;

/// A cursor on one object. All cursors of a document report to one list.
#[derive(Clone, Copy)]
pub(super) struct Object<'a> {
    members: &'a Map<String, Value>,
    place: Place<'a>,
    warnings: &'a RefCell<Vec<Warning>>,
}

/// What makes an object useless as a whole.
#[derive(Debug)]
pub(super) struct Unusable {
    path: String,
    reason: Needed,
}

impl<'a> Object<'a> {
    pub(super) fn root(
        members: &'a Map<String, Value>,
        warnings: &'a RefCell<Vec<Warning>>,
    ) -> Self {
        Self {
            members,
            place: Place::Root,
            warnings,
        }
    }

    /// A value that the object can do without: bad, it is reported.
    pub(super) fn lenient<T>(
        &self,
        key: &str,
        read: impl FnOnce(&Value) -> Result<T, Needed>,
    ) -> Option<T> {
        match read(self.member(key)?) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.report_default(key, reason);
                None
            }
        }
    }

    /// A value that may be missing, but not bad.
    pub(super) fn strict<T>(
        &self,
        key: &str,
        read: impl FnOnce(&Value) -> Result<T, Needed>,
    ) -> Result<Option<T>, Unusable> {
        let Some(value) = self.member(key) else {
            return Ok(None);
        };
        let value = read(value).map_err(|reason| self.unusable(key, reason))?;
        Ok(Some(value))
    }

    /// A value without which the object is useless.
    pub(super) fn required<T>(
        &self,
        key: &str,
        read: impl FnOnce(&Value) -> Result<T, Needed>,
    ) -> Result<T, Unusable> {
        self.strict(key, read)?
            .ok_or_else(|| self.unusable(key, "it is missing".to_owned()))
    }

    /// An object that may be missing; one that is no object is reported.
    pub(super) fn object<T>(&self, key: &str, read: impl FnOnce(Object<'_>) -> T) -> Option<T> {
        let value = self.member(key)?;
        let place = Place::Key(&self.place, key);
        match value {
            Value::Object(members) => Some(read(Object {
                members,
                place,
                ..*self
            })),
            Value::Null
            | Value::Bool(_)
            | Value::Number(_)
            | Value::String(_)
            | Value::Array(_) => {
                self.report_default(key, NOT_AN_OBJECT.to_owned());
                None
            }
        }
    }

    /// An object without which this one is useless.
    pub(super) fn required_object<T>(
        &self,
        key: &str,
        read: impl FnOnce(Object<'_>) -> Result<T, Unusable>,
    ) -> Result<T, Unusable> {
        let Some(value) = self.member(key) else {
            return Err(self.unusable(key, "it is missing".to_owned()));
        };
        self.read_part(Place::Key(&self.place, key), value, read)
    }

    /// An object that may be missing; a useless one is set aside.
    pub(super) fn part<T>(
        &self,
        key: &str,
        read: impl FnOnce(Object<'_>) -> Result<T, Unusable>,
    ) -> Option<T> {
        let place = Place::Key(&self.place, key);
        match self.read_part(place, self.member(key)?, read) {
            Ok(part) => Some(part),
            Err(fault) => {
                self.report_set_aside(place, fault);
                None
            }
        }
    }

    /// An array of objects of which no two have one name; useless ones, and
    /// the later ones of a name, are set aside.
    pub(super) fn parts<T, N: Eq + Hash + Clone + fmt::Display>(
        &self,
        key: &str,
        read: impl Fn(Object<'_>) -> Result<T, Unusable>,
        name: impl Fn(&T) -> &N,
    ) -> Vec<T> {
        let values = match self.member(key) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => {
                self.report_default(key, "an array in brackets is needed".to_owned());
                return Vec::new();
            }
        };
        let array = Place::Key(&self.place, key);
        let mut names = HashSet::new();
        let mut parts = Vec::new();
        for (index, value) in values.iter().enumerate() {
            let place = Place::Index(&array, index);
            match self.read_part(place, value, &read) {
                Ok(part) if names.insert(name(&part).clone()) => parts.push(part),
                Ok(part) => {
                    let reason = format!("{} is there already", name(&part));
                    self.report_set_aside(
                        place,
                        Unusable {
                            path: place.to_string(),
                            reason,
                        },
                    );
                }
                Err(fault) => self.report_set_aside(place, fault),
            }
        }
        parts
    }

    /// An array of values; a bad one is reported and left out.
    pub(super) fn each<T>(&self, key: &str, read: impl Fn(&Value) -> Result<T, Needed>) -> Vec<T> {
        let values = match self.member(key) {
            None => return Vec::new(),
            Some(Value::Array(values)) => values,
            Some(_) => {
                self.report_default(key, "an array in brackets is needed".to_owned());
                return Vec::new();
            }
        };
        let read = |value| match read(value) {
            Ok(value) => Some(value),
            Err(reason) => {
                self.report_default(key, reason);
                None
            }
        };
        values.iter().filter_map(read).collect()
    }

    /// Every key of the object.
    pub(super) fn keys(&self) -> impl Iterator<Item = &'a str> {
        self.members.keys().map(String::as_str)
    }

    /// Says that a value's default stands in for it.
    pub(super) fn report_default(&self, key: &str, reason: Needed) {
        let path = Place::Key(&self.place, key).to_string();
        self.warnings
            .borrow_mut()
            .push(Warning::Defaulted { path, reason });
    }

    fn report_set_aside(&self, place: Place<'_>, fault: Unusable) {
        let Unusable { path, reason } = fault;
        let warning = Warning::SetAside {
            part: place.to_string(),
            path,
            reason,
        };
        self.warnings.borrow_mut().push(warning);
    }

    fn read_part<T>(
        &self,
        place: Place<'_>,
        value: &Value,
        read: impl FnOnce(Object<'_>) -> Result<T, Unusable>,
    ) -> Result<T, Unusable> {
        let Value::Object(members) = value else {
            return Err(Unusable {
                path: place.to_string(),
                reason: NOT_AN_OBJECT.to_owned(),
            });
        };
        read(Object {
            members,
            place,
            warnings: self.warnings,
        })
    }

    /// Null is what Roomkey writes for nothing.
    fn member(&self, key: &str) -> Option<&'a Value> {
        self.members.get(key).filter(|value| !value.is_null())
    }

    fn unusable(&self, key: &str, reason: Needed) -> Unusable {
        Unusable {
            path: Place::Key(&self.place, key).to_string(),
            reason,
        }
    }
}

const NOT_AN_OBJECT: &str = "an object in braces is needed";
