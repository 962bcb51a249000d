//! The commands, one file and one inlined plugin a group. A capability file names the
//! windows that may call a group; nobody else can.

pub(crate) mod inspector;
pub(crate) mod launcher;
pub(crate) mod meeting;
#[cfg(test)]
mod names;
pub(crate) mod proof;
pub(crate) mod service;
pub(crate) mod settings;
pub(crate) mod setup;

use crate::error::ErrorView;

/// What every command answers.
pub(crate) type Answer<T> = Result<T, ErrorView>;

#[cfg(test)]
mod tests {
    use super::names;

    /// The handlers are listed once more in `generate_handler!`: a command that is
    /// missing in either list could not be called, or would have no permission.
    #[test]
    fn the_lists_for_the_build_script_are_those_of_the_handlers() {
        let groups = [
            (include_str!("inspector.rs"), names::INSPECTOR),
            (include_str!("launcher.rs"), names::LAUNCHER),
            (include_str!("service.rs"), names::SERVICE),
            (include_str!("settings.rs"), names::SETTINGS),
            (include_str!("proof.rs"), names::PROOF),
            (include_str!("setup.rs"), names::SETUP),
            (include_str!("meeting.rs"), names::MEETING),
        ];
        for (source, listed) in groups {
            let (_, handlers) = source.split_once("generate_handler![").unwrap();
            let (handlers, _) = handlers.split_once(']').unwrap();
            let mut handlers: Vec<&str> = handlers
                .split(',')
                .map(str::trim)
                .filter(|name| !name.is_empty())
                .collect();
            handlers.sort_unstable();
            assert_eq!(handlers, listed);
        }
    }
}
