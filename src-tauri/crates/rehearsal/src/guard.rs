//! Who is answered, and the headers of every answer.
//!
//! No request is logged: the address of a page may carry its token.

use std::net::SocketAddr;
use std::time::{Duration, UNIX_EPOCH};

use axum::extract::Request;
use axum::http::header::{
    CACHE_CONTROL, DATE, HOST, ORIGIN, REFERRER_POLICY, X_CONTENT_TYPE_OPTIONS,
};
use axum::http::{HeaderMap, HeaderValue, StatusCode};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use roomkey_core::time::Timestamp;

/// Answers this machine's own browsers alone, and dates every answer by the
/// rehearsal's clock.
pub(crate) async fn guarded(
    address: SocketAddr,
    now: Timestamp,
    request: Request,
    next: Next,
) -> Response {
    let is_meant = request.headers().get(HOST).is_some_and(|host| {
        // A name that was made to point here would let any site in.
        host.as_bytes() == address.to_string().as_bytes()
    });
    let mut response = if is_meant {
        next.run(request).await
    } else {
        StatusCode::MISDIRECTED_REQUEST.into_response()
    };
    let headers = response.headers_mut();
    let seconds = u64::try_from(now.seconds()).unwrap_or_default();
    let date = httpdate::fmt_http_date(UNIX_EPOCH + Duration::from_secs(seconds));
    headers.extend(HeaderValue::try_from(date).ok().map(|date| (DATE, date)));
    // The page's address carries a token: it is kept nowhere and goes nowhere.
    headers.insert(CACHE_CONTROL, HeaderValue::from_static("no-store"));
    headers.insert(REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    headers.insert(X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    response
}

/// Whether a line was opened by a page of this server's: browsers let any page
/// open a WebSocket to anywhere, but say whose page it is.
pub(crate) fn is_own_page(address: SocketAddr, headers: &HeaderMap) -> bool {
    let own = format!("http://{address}");
    let is_own = |origin: &HeaderValue| origin.as_bytes() == own.as_bytes();
    headers.get(ORIGIN).is_none_or(is_own)
}

/// A page runs its own files alone, and only Roomkey's pages may frame it.
pub(crate) fn policy(address: SocketAddr, hosts: &[String]) -> String {
    let hosts = hosts.join(" ");
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; \
         connect-src 'self' ws://{address}; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'self' {hosts}"
    )
}
