//! Each feature on, off and with a value that is neither.

use serde_json::{Value, json};

use super::row::Row;
use super::{Group, Setting};
use crate::feature::Feature;
use crate::inspect::{ClientCode, ClientReport};

/// Which names and values the client knows: `validateJwt`, `MEET_FEATURES`.
const CLIENT: &str = "jitsi-meet: react/features/base/jwt/functions.ts, constants.ts";
/// What counts as allowed: `is_feature_allowed`.
const SERVER: &str = "jitsi-meet: resources/prosody-plugins/util.lib.lua";

pub(super) fn rows(setting: &Setting) -> Vec<Row> {
    let mut rows: Vec<Row> = Feature::ALL
        .into_iter()
        .flat_map(|feature| of(setting, feature))
        .collect();
    rows.extend(others(setting));
    rows
}

fn of(setting: &Setting, feature: Feature) -> [Row; 3] {
    let row = |word: &str, value: Value, allowed: bool| {
        let name = format!("{feature} {word}");
        Row::good(setting, Group::Features, &name, CLIENT)
            .set(&place(feature.as_str()), value)
            .grants(|granted| granted.features.set(feature, allowed))
    };
    let on = row("on", json!("true"), true);
    let off = row("off", json!("false"), false);
    let odd = row("\"yes\"", json!("yes"), false);
    // The server alone knows this one: the client reports its name, whatever its value.
    if feature == Feature::LiveTranslationSubscribe {
        let unknown = |row| about(row, ClientCode::FeatureInvalid, feature.as_str());
        return [unknown(on), unknown(off), unknown(odd)];
    }
    let odd = about(odd, ClientCode::FeatureValueInvalid, feature.as_str());
    [on, off, odd]
}

fn others(setting: &Setting) -> Vec<Row> {
    let row = |name: &str, source| Row::good(setting, Group::Features, name, source);
    let recording = place(Feature::Recording.as_str());
    let unknown = row("a feature nobody knows", CLIENT).set(&place("holograms"), json!("true"));
    let number = row("recording 1", SERVER)
        .set(&recording, json!(1))
        .grants(|granted| granted.features.set(Feature::Recording, false));
    vec![
        row("recording true, no text", SERVER)
            .set(&recording, json!(true))
            .grants(|granted| granted.features.set(Feature::Recording, true)),
        about(number, ClientCode::FeatureValueInvalid, "recording"),
        about(unknown, ClientCode::FeatureInvalid, "holograms"),
        row("no features", CLIENT)
            .omit("context.features")
            .reported(&[ClientCode::FeaturesNotFound]),
    ]
}

fn place(feature: &str) -> String {
    format!("context.features.{feature}")
}

fn about(mut row: Row, code: ClientCode, feature: &str) -> Row {
    row.reports.push(ClientReport {
        code,
        feature: Some(feature.to_owned()),
    });
    row
}
