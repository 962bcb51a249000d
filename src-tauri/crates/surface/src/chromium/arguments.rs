//! The arguments a browser is started with. They are readable by every user of the machine, so
//! nothing secret may ever stand here.

use std::ffi::OsString;
use std::fmt::Write as _;

use super::WindowOptions;

/// The arguments for a window. `as_root` says that the browser would run as root, where Chromium
/// does not start with its sandbox.
pub(super) fn arguments(options: &WindowOptions, as_root: bool) -> Vec<OsString> {
    let mut profile = OsString::from("--user-data-dir=");
    profile.push(&options.profile);

    let mut arguments = vec![
        OsString::from(format!("--app={}", first_page(&options.title))),
        profile,
        OsString::from(format!("--class={}", options.class)),
        OsString::from(format!(
            "--window-size={},{}",
            options.size.width, options.size.height
        )),
    ];
    arguments.extend(FIXED.iter().map(OsString::from));
    if as_root {
        arguments.push(OsString::from("--no-sandbox"));
    }
    arguments.extend(options.extra_flags.iter().map(OsString::from));
    arguments
}

/// What the window shows until the page is there: an empty page in the system's colours. A
/// `data:` address makes a window without an address bar, which `about:blank` does not.
fn first_page(title: &str) -> String {
    let document = format!(
        "<meta charset=utf-8><meta name=color-scheme content=\"light dark\"><title>{}</title>",
        title.replace('&', "&amp;").replace('<', "&lt;")
    );
    let mut address = String::from(FIRST_PAGE);
    for byte in document.bytes() {
        if byte.is_ascii_alphanumeric() {
            address.push(char::from(byte));
        } else {
            // Writing to a string cannot fail.
            let _ = write!(address, "%{byte:02X}");
        }
    }
    address
}

/// How the address of the window's first page begins.
pub(super) const FIRST_PAGE: &str = "data:text/html,";

const FIXED: [&str; 19] = [
    "--remote-debugging-pipe",
    // Every origin in a process of its own, so that the page's session holds the page alone.
    "--site-per-process",
    // What is not granted is refused, with no question over the meeting.
    "--deny-permission-prompts",
    // The others are heard even by someone who has not clicked in the window yet.
    "--autoplay-policy=no-user-gesture-required",
    // No desktop keyring, behind whose question the window would wait. The profile holds no
    // passwords.
    "--password-store=basic",
    "--use-mock-keychain",
    // A window of an application, not a browser to set up.
    "--no-first-run",
    "--no-default-browser-check",
    "--disable-search-engine-choice-screen",
    "--hide-crash-restore-bubble",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-default-apps",
    "--disable-domain-reliability",
    "--disable-sync",
    "--no-pings",
    // A crash report would hold the memory of a meeting.
    "--disable-breakpad",
    "--disable-features=MediaRouter,NetworkTimeServiceQuerying,OptimizationGuideModelDownloading,OptimizationHints,Translate",
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::chromium::tests::options;

    #[test]
    fn the_sandbox_goes_only_for_root() {
        let options = options();

        assert!(!arguments(&options, false).contains(&OsString::from("--no-sandbox")));
        assert!(arguments(&options, true).contains(&OsString::from("--no-sandbox")));
    }

    #[test]
    fn there_is_a_pipe_and_no_port() {
        let arguments = arguments(&options(), false);

        assert!(arguments.contains(&OsString::from("--remote-debugging-pipe")));
        assert!(
            !arguments
                .iter()
                .any(|argument| argument.to_string_lossy().contains("debugging-port"))
        );
    }

    #[test]
    fn a_title_stays_text() {
        let page = first_page("A & B</title><script>alert(1)</script>#\u{e4}");

        let encoded = page.strip_prefix(FIRST_PAGE).unwrap();
        assert!(
            encoded
                .bytes()
                .all(|byte| byte.is_ascii_alphanumeric() || byte == b'%')
        );
        assert!(!encoded.contains("%3Cscript"), "{encoded}");
        assert!(
            encoded.contains("A%20%26amp%3B%20B%26lt%3B%2Ftitle"),
            "{encoded}"
        );
        assert!(encoded.ends_with("%23%C3%A4%3C%2Ftitle%3E"), "{encoded}");
    }

    #[test]
    fn the_callers_flags_come_last() {
        let mut options = options();
        options.extra_flags = vec!["--lang=de".to_owned()];

        assert_eq!(
            arguments(&options, true).last(),
            Some(&OsString::from("--lang=de"))
        );
    }
}
