//! A company's proxy carries what is asked of a server. It is named in the environment, which a
//! process has from its start, so that the asking is done by another run of this test.

use std::env;
use std::process::Command;

use roomkey_calls::server;
use roomkey_core::domain::Domain;
use tokio::io::AsyncReadExt;
use tokio::io::AsyncWriteExt;
use tokio::net::TcpListener;

/// Says to the other run that it is the one that asks.
const ASKS: &str = "ROOMKEY_TEST_ASKS";
/// Nobody answers there.
const NOBODY: &str = "127.0.0.1:1";

#[tokio::test]
async fn a_proxy_of_the_environment_is_used() {
    if env::var_os(ASKS).is_some() {
        assert!(server::answers(&Domain::parse(NOBODY).unwrap()).await);
        return;
    }
    let proxy = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = format!("http://{}", proxy.local_addr().unwrap());
    let mut asks = Command::new(env::current_exe().unwrap());
    asks.args(["--exact", "a_proxy_of_the_environment_is_used"])
        .env(ASKS, "1")
        .env("http_proxy", address)
        .env_remove("no_proxy")
        .env_remove("NO_PROXY");
    let mut asking = tokio::task::spawn_blocking(move || asks.output().unwrap());

    let mut connection = tokio::select! {
        accepted = proxy.accept() => accepted.unwrap().0,
        gone_by = &mut asking => panic!("the proxy was not asked: {gone_by:?}"),
    };
    let mut asked = [0; 1024];
    let length = connection.read(&mut asked).await.unwrap();
    let answer = b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    connection.write_all(answer).await.unwrap();

    let asked = String::from_utf8_lossy(&asked[..length]).into_owned();
    assert!(
        asked.starts_with(&format!("HEAD http://{NOBODY}/ HTTP/1.1")),
        "{asked}"
    );
    let asking = asking.await.unwrap();
    assert!(asking.status.success(), "{asking:?}");
}
