//! From settings to JSON, laid over the document that was read.
//!
//! What is not known stays where it is, at every level: keys of a later
//! version or of another program, and the tenants, rooms and person that could
//! not be read. Everything that [`read`] can read is replaced.

use std::collections::HashMap;
use std::hash::Hash;

use serde_json::Map;
use serde_json::Value;

use roomkey_core::feature::Feature;

use super::Settings;
use super::migrations::VERSION;
use super::read;

type Object = Map<String, Value>;

/// The settings as a whole document. All paths in them are text, because JSON
/// holds no other.
pub(super) fn document(settings: &Settings, mut base: Object) -> Object {
    let Ok(Value::Object(mut fresh)) = serde_json::to_value(settings) else {
        unreachable!("settings are an object, and all keys and paths in them are text");
    };
    fresh.insert("version".to_owned(), VERSION.into());
    revise(&mut base, &mut fresh, "person", person);
    revise(&mut base, &mut fresh, "tenants", |old, fresh| {
        listed(old, fresh, read::tenant_id, tenant)
    });
    revise(&mut base, &mut fresh, "presets", |old, fresh| {
        listed(old, fresh, read::preset_name, preset)
    });
    base.extend(fresh);
    base
}

fn preset(old: Value, fresh: Value) -> Value {
    match (old, fresh) {
        (Value::Object(mut old), Value::Object(mut fresh)) => {
            revise(&mut old, &mut fresh, "person", person);
            revise(&mut old, &mut fresh, "features", features);
            old.extend(fresh);
            Value::Object(old)
        }
        (_, fresh) => fresh,
    }
}

/// Nobody leaves a person in place who could not be read.
fn person(mut old: Value, fresh: Value) -> Value {
    if fresh.is_null() {
        let is_set_aside = !old.is_null() && !read::is_person(&old);
        return if is_set_aside { old } else { fresh };
    }
    if let Value::Object(old) = &mut old {
        old.retain(|key, _| key != "email" && key != "avatar");
    }
    laid_over(old, fresh)
}

fn tenant(old: Value, fresh: Value) -> Value {
    match (old, fresh) {
        (Value::Object(mut old), Value::Object(mut fresh)) => {
            revise(&mut old, &mut fresh, "provider", |old, fresh| {
                same(old, fresh, "kind", provider)
            });
            revise(&mut old, &mut fresh, "features", role_features);
            revise(&mut old, &mut fresh, "brand", laid_over);
            revise(&mut old, &mut fresh, "rooms", |old, fresh| {
                listed(old, fresh, read::room_name, laid_over)
            });
            old.extend(fresh);
            Value::Object(old)
        }
        (_, fresh) => fresh,
    }
}

fn provider(old: Value, fresh: Value) -> Value {
    match (old, fresh) {
        (Value::Object(mut old), Value::Object(mut fresh)) => {
            revise(&mut old, &mut fresh, "signing", |old, fresh| {
                same(old, fresh, "algorithm", laid_over)
            });
            old.extend(fresh);
            Value::Object(old)
        }
        (_, fresh) => fresh,
    }
}

fn role_features(old: Value, fresh: Value) -> Value {
    match (old, fresh) {
        (Value::Object(mut old), Value::Object(mut fresh)) => {
            for role in ["moderator", "participant", "visitor"] {
                revise(&mut old, &mut fresh, role, features);
            }
            old.extend(fresh);
            Value::Object(old)
        }
        (_, fresh) => fresh,
    }
}

fn features(mut old: Value, fresh: Value) -> Value {
    if let Value::Object(old) = &mut old {
        old.retain(|name, _| Feature::parse(name).is_none());
    }
    laid_over(old, fresh)
}

/// The fresh parts in their order, each over the old one of its name, and the
/// old ones that could not be read where they were.
fn listed<N: Eq + Hash>(
    old: Value,
    fresh: Value,
    name: impl Fn(&Value) -> Option<N>,
    lay: impl Fn(Value, Value) -> Value,
) -> Value {
    let (fresh, old) = match (fresh, old) {
        (Value::Array(fresh), Value::Array(old)) => (fresh, old),
        (fresh, _) => return fresh,
    };
    let mut readable = HashMap::new();
    let mut set_aside = Vec::new();
    for (index, old) in old.into_iter().enumerate() {
        match name(&old) {
            Some(name) if !readable.contains_key(&name) => {
                readable.insert(name, old);
            }
            Some(_) | None => set_aside.push((index, old)),
        }
    }
    let mut list: Vec<Value> = fresh
        .into_iter()
        .map(
            |fresh| match name(&fresh).and_then(|name| readable.remove(&name)) {
                // Of thousands of rooms one has changed.
                Some(old) if old == fresh => old,
                Some(old) => lay(old, fresh),
                None => fresh,
            },
        )
        .collect();
    for (index, old) in set_aside {
        list.insert(index.min(list.len()), old);
    }
    Value::Array(list)
}

/// Lays two objects over each other only where they are of one kind: the keys
/// of another kind would be misread.
fn same(old: Value, fresh: Value, key: &str, lay: impl Fn(Value, Value) -> Value) -> Value {
    if old.get(key) == fresh.get(key) {
        lay(old, fresh)
    } else {
        fresh
    }
}

/// All keys of the fresh object, and the old one's others.
fn laid_over(old: Value, fresh: Value) -> Value {
    match (old, fresh) {
        (Value::Object(mut old), Value::Object(fresh)) => {
            old.extend(fresh);
            Value::Object(old)
        }
        (_, fresh) => fresh,
    }
}

/// Makes a member of the fresh object out of the old one's and its own. The
/// old one's key keeps its place.
fn revise(
    old: &mut Object,
    fresh: &mut Object,
    key: &str,
    how: impl FnOnce(Value, Value) -> Value,
) {
    let before = old.get_mut(key).map(Value::take).unwrap_or_default();
    if let Some(member) = fresh.get_mut(key) {
        *member = how(before, member.take());
    }
}
