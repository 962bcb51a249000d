//! What a window may load, case by case.

use std::sync::Arc;

use super::*;

#[test]
fn the_page_is_answered_from_memory() {
    let answer = decide("TOP", "https://page.invalid/page.html?x=1", "GET", true);

    assert_eq!(
        answer,
        Decision::Answer(Some(Asset::new("text/html", "page")))
    );
}

#[test]
fn what_is_not_there_is_not_looked_for_elsewhere() {
    assert_eq!(
        decide("TOP", "https://page.invalid/other", "GET", false),
        Decision::Answer(None)
    );
    assert_eq!(
        decide("TOP", "https://page.invalid/page.html", "POST", false),
        Decision::Answer(None)
    );
}

#[test]
fn the_window_stays_where_it_is() {
    for address in [
        "https://tenant.test/",
        "https://page.invalid.evil.test/",
        "http://page.invalid/",
    ] {
        assert_eq!(
            decide("TOP", address, "GET", true),
            Decision::Refuse,
            "{address}"
        );
    }
}

#[test]
fn frames_of_the_page_show_allowed_origins_alone() {
    assert_eq!(
        decide("INNER", "https://tenant.test/room?jwt=x", "GET", true),
        Decision::Let
    );
    for address in [
        "https://evil.test/",
        "https://tenant.test:444/",
        "http://tenant.test/",
        "https://page.invalid/page.html",
        "no address",
    ] {
        assert_eq!(
            decide("INNER", address, "GET", true),
            Decision::Refuse,
            "{address}"
        );
    }
}

#[test]
fn frames_of_a_frame_are_its_own_matter() {
    assert_eq!(
        decide("DEEPER", "https://video.test/", "GET", true),
        Decision::Let
    );
    assert_eq!(
        decide("DEEPER", "https://page.invalid/page.html", "GET", true),
        Decision::Refuse
    );
}

#[test]
fn other_windows_are_handed_out() {
    assert_eq!(
        decide("STRANGER", "https://evil.test/a?b", "GET", true),
        Decision::HandOut("https://evil.test/a?b".to_owned())
    );
    assert_eq!(
        decide("STRANGER", "file:///etc/passwd", "GET", true),
        Decision::Refuse
    );
    assert_eq!(
        decide("STRANGER", "https://page.invalid/page.html", "GET", true),
        Decision::Refuse
    );
}

#[test]
fn devices_go_to_the_granted_origin_alone() {
    let header = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let asset = Asset {
        headers: vec![
            header("permissions-policy", "camera=*"),
            header("Content-Security-Policy", "default-src 'self'"),
        ],
        ..Asset::new("text/html", "page")
    };

    let headers = rules().headers(&asset);

    let policies: Vec<_> = headers
        .iter()
        .filter(|(name, _)| name.eq_ignore_ascii_case("permissions-policy"))
        .collect();
    assert_eq!(policies.len(), 1);
    assert_eq!(
        policies[0].1,
        "camera=(self \"https://tenant.test\"), microphone=(self \"https://tenant.test\"), \
         display-capture=(self \"https://tenant.test\")"
    );
    assert!(headers.contains(&(
        "Content-Security-Policy".to_owned(),
        "default-src 'self'".to_owned()
    )));
}

#[test]
fn without_a_grant_nobody_has_devices() {
    let rules = Rules::new("https://page.invalid", "/", &[], &[], Arc::new(|_| None)).unwrap();

    let headers = rules.headers(&Asset::new("text/html", ""));

    assert!(headers.contains(&(
        "Permissions-Policy".to_owned(),
        "camera=(), microphone=(), display-capture=()".to_owned()
    )));
}

#[test]
fn an_origin_must_be_one() {
    for text in ["", "meeting", "data:text/html,x", "file:///x"] {
        let outcome = Rules::new(text, "/", &[], &[], Arc::new(|_| None));
        assert!(matches!(outcome, Err(OpenFault::Origin(_))), "{text}");
    }
}

fn decide(frame: &str, address: &str, method: &str, document: bool) -> Decision {
    let frames = Frames {
        top: "TOP".to_owned(),
        inner: HashSet::from(["INNER".to_owned()]),
        strangers: HashSet::from(["STRANGER".to_owned()]),
    };
    rules().decide(
        &frames,
        &Request {
            frame,
            address,
            method,
            document,
        },
    )
}

fn rules() -> Rules {
    Rules::new(
        "https://page.invalid",
        "/page.html",
        &["https://tenant.test".to_owned()],
        &[Grant {
            origin: "https://tenant.test/".to_owned(),
        }],
        Arc::new(|path| (path == "/page.html").then(|| Asset::new("text/html", "page"))),
    )
    .unwrap()
}
