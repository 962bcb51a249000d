//! Against a real keyring, in a session of the test's own.

use std::fs;
use std::io::BufRead;
use std::io::BufReader;
use std::io::Write;
use std::net::TcpListener;
use std::thread;
use std::time::SystemTime;

use crate::cli::desk::Desk;
use crate::cli::desk::other_providers;
use crate::cli::desk::settings;
use crate::cli::session::Offers;
use crate::cli::session::within;
use crate::cli::standing::SECRET;
use crate::cli::standing::Standing;

#[test]
fn keys() {
    within("cli::keyring::keys", Offers::Keyring, |_| {
        Desk::new()
            .with_settings(&settings("8x8.vc"))
            .run_in_session("keyring/keys");
    });
}

#[test]
fn secrets() {
    within("cli::keyring::secrets", Offers::Keyring, |_| {
        Desk::new()
            .with_settings(&other_providers())
            .run_in_session("keyring/secrets");
    });
}

#[test]
fn rooms_made() {
    within("cli::keyring::rooms_made", Offers::Keyring, |_| {
        let standing = Standing::start();
        let desk = Desk::new().with_settings(&standing.settings());
        fs::write(desk.path().join("secret"), SECRET).unwrap();
        desk.run_in_session("keyring/rooms_made");
    });
}

#[test]
fn generated() {
    within("cli::keyring::generated", Offers::Keyring, |_| {
        Desk::new().run_in_session("keyring/generated");
    });
}

#[test]
fn rollout() {
    within("cli::keyring::rollout", Offers::Keyring, |_| {
        Desk::new()
            .with_settings(&settings("8x8.vc"))
            .run_in_session("keyring/rollout");
    });
}

#[test]
fn ready() {
    within("cli::keyring::ready", Offers::Keyring, |_| {
        let domain = server(|| httpdate::fmt_http_date(SystemTime::now()));
        Desk::new()
            .with_settings(&settings(&domain))
            .run_in_session("keyring/ready");
    });
}

#[test]
fn another_time() {
    within("cli::keyring::another_time", Offers::Keyring, |_| {
        let domain = server(|| "Sun, 06 Nov 1994 08:49:37 GMT".to_owned());
        Desk::new()
            .with_settings(&settings(&domain))
            .run_in_session("keyring/another_time");
    });
}

#[test]
fn locked() {
    within("cli::keyring::locked", Offers::Bus, |session| {
        let keyring = session.start_keyring();
        keyring.lock();
        Desk::new()
            .with_settings(&settings("8x8.vc"))
            .run_in_session("keyring/locked");
    });
}

/// Starts a tenant's server, which answers every request with a date, and gives its domain.
fn server(date: fn() -> String) -> String {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let domain = listener.local_addr().unwrap().to_string();
    thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let request = BufReader::new(stream.try_clone().unwrap()).lines();
            let head = request
                .map_while(Result::ok)
                .take_while(|line| !line.is_empty());
            assert!(head.count() > 0);
            let answer = format!(
                "HTTP/1.1 200 OK\r\nDate: {}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                date()
            );
            stream.write_all(answer.as_bytes()).unwrap();
        }
    });
    domain
}
