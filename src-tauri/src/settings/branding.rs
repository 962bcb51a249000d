//! A brand as the "advanced branding" of JaaS takes it: the JSON that the company's own server
//! hands out where the console points. The names are those of 8x8's documentation (JaaS, Advanced
//! branding) and, below `customTheme`, of Jitsi's tokens (`react/features/base/ui/Tokens.ts`).

use roomkey_core::colour;
use roomkey_core::colour::Theme;
use roomkey_store::settings::Brand;
use serde_json::Map;
use serde_json::Value;
use serde_json::json;

/// The document. Every member may be missing, and is where the brand says nothing of it.
///
/// Pictures are `data:` addresses, so that nothing but this one file has to be served. The web
/// client takes any address for them (`Watermarks.tsx`); whether 8x8's own servers pass on one of
/// this length is not known, and a company may put the address of a picture it serves in its place.
pub(crate) fn document(brand: &Brand, logo: Option<String>, background: Option<String>) -> Value {
    let mut document = Map::new();
    let mut add = |name: &str, value: Option<Value>| {
        document.extend(value.map(|value| (name.to_owned(), value)));
    };
    let link = brand.link.as_ref().map(|link| json!(link.as_str()));
    add("logoClickUrl", link);
    add("logoImageUrl", logo.map(Value::from));
    let behind = background
        .as_ref()
        .map(|picture| format!("center / cover url({picture})"));
    add("backgroundImageUrl", background.map(Value::from));
    let colours = brand.accent.as_ref().map(|accent| {
        let accent = accent.rgb();
        // A word on it is white in every theme of Jitsi's.
        let pressed = colour::shade(accent, Theme::Light).colour.to_string();
        (colour::ground(accent).to_string(), pressed)
    });
    let ground = colours.as_ref().map(|(ground, _)| ground.clone());
    add("backgroundColor", ground.clone().map(Value::from));
    add("premeetingBackground", behind.or(ground).map(Value::from));
    add(
        "customTheme",
        colours.map(|(_, pressed)| {
            json!({ "palette": {
                "action01": pressed, "action01Hover": pressed, "action01Active": pressed,
            } })
        }),
    );
    Value::Object(document)
}

#[cfg(test)]
mod tests {
    use roomkey_store::settings::Accent;
    use roomkey_store::settings::Link;

    use super::*;

    #[test]
    fn a_bare_brand_says_nothing() {
        let brand = Brand::named("Acme".to_owned());
        assert_eq!(document(&brand, None, None), json!({}));
    }

    #[test]
    fn a_whole_brand_says_what_jaas_takes() {
        let brand = Brand {
            accent: Some(Accent::parse("#ffcc00").unwrap()),
            link: Some(Link::parse("https://acme.example").unwrap()),
            ..Brand::named("Acme".to_owned())
        };
        let document = document(&brand, Some("data:l".to_owned()), Some("data:b".to_owned()));
        let action = document["customTheme"]["palette"]["action01"]
            .as_str()
            .unwrap();
        let action = colour::Rgb::parse(action).unwrap();
        assert!(action.contrast(colour::Rgb::parse("#ffffff").unwrap()) >= 4.5);
        assert_eq!(document["logoClickUrl"], "https://acme.example");
        assert_eq!(document["logoImageUrl"], "data:l");
        assert_eq!(document["backgroundImageUrl"], "data:b");
        assert_eq!(
            document["premeetingBackground"],
            "center / cover url(data:b)"
        );
        assert_eq!(document["backgroundColor"].as_str().map(str::len), Some(7));
    }
}
