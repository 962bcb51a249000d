//! What the settings window reads and sends of a tenant's look.

use std::collections::BTreeSet;

use roomkey_core::toolbar::ToolbarButton;
use serde::Deserialize;
use serde::Serialize;
use ts_rs::TS;

/// A tenant's look.
#[derive(Clone, Serialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct BrandSettings {
    /// The name in the brand band.
    pub(crate) name: String,
    /// The chosen colour, `#rrggbb`.
    pub(crate) accent: Option<String>,
    /// What becomes of that colour where words in it have to be read.
    pub(crate) shades: Option<AccentShades>,
    /// A picture as a `data:` address.
    pub(crate) logo: Option<String>,
    /// A picture as a `data:` address.
    pub(crate) background: Option<String>,
    /// Where a click on the logo leads.
    pub(crate) link: Option<String>,
    /// What the meeting's toolbar leaves out.
    pub(crate) hidden_buttons: BTreeSet<ToolbarButton>,
}

/// The accent as words can be read in it.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct AccentShades {
    /// On light grounds.
    pub(crate) light: ShadeView,
    /// On dark grounds.
    pub(crate) dark: ShadeView,
}

/// The accent in one theme. Contrasts are WCAG's, 1 to 21, rounded down to one decimal: AA asks
/// for 4.5.
#[derive(Clone, Serialize, TS)]
#[ts(export)]
pub(crate) struct ShadeView {
    /// The colour, `#rrggbb`; the accent itself where it can be read.
    pub(crate) colour: String,
    /// The least contrast of the accent as it was chosen.
    pub(crate) chosen: f64,
    /// The least contrast of the colour.
    pub(crate) contrast: f64,
}

/// Changes what a tenant's brand says in words and choices; pictures have commands of their own.
#[derive(Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) struct SetBrandRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// The name in the brand band; the tenant's where it is empty.
    pub(crate) name: String,
    /// A colour, `#rrggbb`; Roomkey's own where it is missing.
    pub(crate) accent: Option<String>,
    /// Where a click on the logo leads.
    pub(crate) link: Option<String>,
    /// What the meeting's toolbar leaves out.
    pub(crate) hidden_buttons: BTreeSet<ToolbarButton>,
}

/// Names one of a tenant's pictures.
#[derive(Deserialize, TS)]
#[ts(export)]
pub(crate) struct PictureRequest {
    /// The tenant's id.
    pub(crate) tenant: String,
    /// Which picture.
    pub(crate) which: WhichPicture,
}

/// One of a tenant's pictures.
#[derive(Clone, Copy, Deserialize, TS)]
#[serde(rename_all = "camelCase")]
#[ts(export)]
pub(crate) enum WhichPicture {
    /// Beside the name.
    Logo,
    /// Behind the head of the launcher.
    Background,
}
