//! Finds the browsers that can make a meeting window.

use std::path::PathBuf;

/// A browser made of Chromium.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// The name a person knows it by, such as `Chromium`.
    pub name: &'static str,
    /// Its program.
    pub path: PathBuf,
}

/// The folders to look into.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Places {
    /// Folders of programs by plain name, in the order of `PATH`.
    pub path: Vec<PathBuf>,
}

/// The browsers of this machine, the one to try first at the front.
pub fn find() -> Vec<Browser> {
    find_in(&Places::default())
}

/// The browsers in these places, the one to try first at the front.
pub fn find_in(_places: &Places) -> Vec<Browser> {
    Vec::new()
}
