//! The tester's own presets.

use roomkey_store::settings::Preset;
use tauri::AppHandle;

use super::choices;
use crate::error::Fault;
use crate::roomkey;
use crate::views::inspector::PresetView;
use crate::views::inspector::SavePresetRequest;
use crate::views::inspector::TokenChoices;

/// A preset as it is shown.
pub(super) fn view(preset: &Preset) -> PresetView {
    PresetView {
        name: preset.name.clone(),
        choices: TokenChoices {
            every_room: preset.every_room,
            person: choices::person_fields(&preset.person),
            role: preset.role,
            features: preset.features.clone(),
            lifetime: preset.lifetime.in_minutes().to_string(),
            begins: preset.begins.to_string(),
            hidden_from_recorder: preset.hidden_from_recorder,
            changes: preset.changes.iter().map(choices::change_fields).collect(),
        },
    }
}

/// Keeps one, in place of that with its name.
pub(crate) async fn save(app: &AppHandle, request: &SavePresetRequest) -> Result<(), Fault> {
    let preset = preset(request)?;
    let roomkey = roomkey::of(app);
    roomkey
        .book
        .change(|settings| {
            let presets = &mut settings.presets;
            match presets.iter_mut().find(|known| known.name == preset.name) {
                Some(known) => *known = preset,
                None => presets.push(preset),
            }
            Ok(())
        })
        .await?;
    roomkey.tell(app);
    Ok(())
}

/// Removes one; none of that name is as good.
pub(crate) async fn remove(app: &AppHandle, name: &str) -> Result<(), Fault> {
    let roomkey = roomkey::of(app);
    roomkey
        .book
        .change(|settings| {
            settings.presets.retain(|preset| preset.name != name);
            Ok(())
        })
        .await?;
    roomkey.tell(app);
    Ok(())
}

fn preset(request: &SavePresetRequest) -> Result<Preset, Fault> {
    let words: Vec<&str> = request.name.split_whitespace().collect();
    let name = words.join(" ");
    if name.is_empty() || name.chars().any(char::is_control) {
        return Err(Fault::PresetName);
    }
    let recipe = choices::without_room(&request.choices).map_err(|_| Fault::Fields)?;
    Ok(Preset {
        name,
        person: recipe.person,
        role: recipe.role,
        features: recipe.features,
        lifetime: recipe.lifetime,
        begins: recipe.begins,
        every_room: request.choices.every_room,
        hidden_from_recorder: recipe.hidden_from_recorder,
        changes: recipe.changes,
    })
}
