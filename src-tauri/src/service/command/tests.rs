//! What becomes of a command on its way, by a server that misbehaves in every way.

use std::convert::Infallible;
use std::sync::Arc;
use std::sync::Mutex;

use axum::Router;
use axum::body::Body;
use axum::body::Bytes;
use axum::http::HeaderMap;
use axum::http::StatusCode;
use axum::http::Uri;
use axum::response::IntoResponse;
use axum::response::Response;
use futures_util::StreamExt;
use futures_util::stream;
use roomkey_core::provider::call::LARGEST_ANSWER;
use roomkey_core::provider::call::Method;
use roomkey_core::provider::call::Repeats;
use tokio::net::TcpListener;

use super::*;
use crate::error::ErrorCode;
use crate::error::ErrorView;

const TOKEN: &str = "eyJhbGciOiJSUzI1NiJ9.e30.c2ln";
const BODY: &str = r#"{"action":"DESTROY"}"#;
const PAGE: &str = "<!DOCTYPE html><title>Log in</title>";
const HOST: &str = "8x8.vc";
const SOON: Duration = Duration::from_millis(400);

/// The paths that were asked for, in order.
type Asked = Arc<Mutex<Vec<String>>>;

#[tokio::test]
async fn every_answer_and_none_has_its_code() {
    let (origin, asked) = start().await;
    let table = [
        ("good", None),
        ("empty", None),
        ("400", Some(ErrorCode::CommandMalformed)),
        ("401", Some(ErrorCode::CommandUnauthorised)),
        ("403", Some(ErrorCode::CommandForbidden)),
        ("404", Some(ErrorCode::CommandNotFound)),
        ("418", Some(ErrorCode::CommandOther)),
        ("429", Some(ErrorCode::CommandTooMany)),
        ("500", Some(ErrorCode::CommandServerFailed)),
        ("503", Some(ErrorCode::CommandServerFailed)),
        ("elsewhere", Some(ErrorCode::CommandRedirected)),
        ("page", Some(ErrorCode::CommandPage)),
        ("long", Some(ErrorCode::CommandTooLong)),
        ("endless", Some(ErrorCode::CommandTooLong)),
        ("silent", Some(ErrorCode::CommandUnanswered)),
        ("drip", Some(ErrorCode::CommandUnanswered)),
        ("cut", Some(ErrorCode::CommandUnanswered)),
    ];
    for (path, code) in &table {
        let sent = send(&call(&origin, path), HOST, SOON).await;
        is_said(path, sent, *code);
    }
    // Nothing was tried again, and nobody was followed.
    let paths: Vec<String> = table.iter().map(|(path, _)| format!("/{path}")).collect();
    assert_eq!(*asked.lock().unwrap(), paths);
}

#[tokio::test]
async fn a_server_that_is_not_there_is_unreachable() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    drop(listener);

    let sent = send(&call(&origin, "x"), HOST, SOON).await;

    is_said("nobody", sent, Some(ErrorCode::ServerUnreachable));
}

fn is_said(what: &str, sent: Result<(), Fault>, code: Option<ErrorCode>) {
    let Err(fault) = sent else {
        assert_eq!(code, None, "{what}");
        return;
    };
    let printed = format!("{fault:?} {fault}");
    let view = ErrorView::from(fault);
    assert_eq!(Some(view.code), code, "{what}: {printed}");
    for text in [&printed, &format!("{view:?}")] {
        assert!(!text.contains("eyJ"), "{text}");
    }
}

fn call(origin: &str, path: &str) -> Call {
    Call {
        system: "JaaS",
        method: Method::Post,
        address: format!("{origin}/{path}"),
        authorization: Some(Zeroizing::new(format!("Bearer {TOKEN}"))),
        body: Some(Zeroizing::new(BODY.to_owned())),
        repeats: Repeats::Never,
    }
}

async fn start() -> (String, Asked) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let origin = format!("http://{}", listener.local_addr().unwrap());
    let asked = Asked::default();
    let seen = Arc::clone(&asked);
    let router = Router::new().fallback(move |uri: Uri, headers: HeaderMap, body: Bytes| {
        seen.lock().unwrap().push(uri.path().to_owned());
        async move {
            assert_eq!(headers["authorization"], format!("Bearer {TOKEN}"));
            assert_eq!(headers["content-type"], "application/json");
            assert_eq!(body, BODY);
            answer(uri.path().trim_start_matches('/')).await
        }
    });
    tokio::spawn(async move { axum::serve(listener, router).await });
    (origin, asked)
}

async fn answer(path: &str) -> Response {
    let echo = format!("{{\"message\":\"bad token {TOKEN}\"}}");
    match path {
        "good" => "{}".into_response(),
        "empty" => StatusCode::NO_CONTENT.into_response(),
        "elsewhere" => (StatusCode::TEMPORARY_REDIRECT, [("location", "/good")]).into_response(),
        "page" => ([("content-type", "text/html")], PAGE).into_response(),
        "long" => "x".repeat(LARGEST_ANSWER + 1).into_response(),
        "endless" => {
            let chunk = || async { Ok::<_, Infallible>(Bytes::from(vec![b' '; 1024])) };
            Body::from_stream(stream::repeat_with(chunk).then(|chunk| chunk)).into_response()
        }
        "silent" => std::future::pending().await,
        "drip" => {
            let first = stream::once(async { Ok::<_, Infallible>(Bytes::from("{")) });
            Body::from_stream(first.chain(stream::pending())).into_response()
        }
        "cut" => {
            let cut = stream::iter([Ok(Bytes::from("{")), Err("the line broke")]);
            Body::from_stream(cut).into_response()
        }
        status => {
            let status = status.parse::<u16>().unwrap();
            let status = StatusCode::from_u16(status).unwrap();
            (status, [("content-type", "application/json")], echo).into_response()
        }
    }
}
