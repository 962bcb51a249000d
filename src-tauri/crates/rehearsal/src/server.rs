//! Listening on the loopback address, for as long as somebody holds the server.

pub(crate) mod scissors;

use std::net::{Ipv4Addr, SocketAddr};

use axum::Router;
use roomkey_core::domain::Domain;
use tokio::net::TcpListener;
use tokio::sync::watch;
use tokio::task::JoinHandle;

use self::scissors::{Cuttable, Scissors};
use crate::StartFault;

/// A socket that listens, and answers nobody yet.
pub(crate) struct Opening {
    listener: TcpListener,
    address: SocketAddr,
    stop: watch::Sender<bool>,
}

impl Opening {
    /// Takes the port, or a free one.
    pub(crate) async fn bind(port: Option<u16>) -> Result<Self, StartFault> {
        let port = port.unwrap_or(0);
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, port))
            .await
            .map_err(|source| StartFault::Bind { port, source })?;
        let address = listener.local_addr().map_err(StartFault::Address)?;
        Ok(Self {
            listener,
            address,
            stop: watch::channel(false).0,
        })
    }

    pub(crate) fn address(&self) -> SocketAddr {
        self.address
    }

    /// Where it is going to answer.
    pub(crate) fn domain(&self) -> Domain {
        domain_of(self.address)
    }

    /// Becomes true when the server stops.
    pub(crate) fn stopped(&self) -> watch::Receiver<bool> {
        self.stop.subscribe()
    }

    pub(crate) fn serve(self, router: Router) -> Server {
        let domain = self.domain();
        let stopped = stopped(self.stopped());
        let listener = Cuttable(self.listener);
        let service = router.into_make_service_with_connect_info::<Scissors>();
        let task = tokio::spawn(async move {
            let served = axum::serve(listener, service)
                .with_graceful_shutdown(stopped)
                .await;
            if let Err(fault) = served {
                tracing::warn!(%fault, "the rehearsal stopped serving");
            }
        });
        Server {
            domain,
            stop: self.stop,
            task,
        }
    }
}

/// A server that answers. It stops when it is dropped.
#[derive(Debug)]
pub(crate) struct Server {
    domain: Domain,
    stop: watch::Sender<bool>,
    task: JoinHandle<()>,
}

impl Server {
    /// Where it listens.
    pub(crate) fn domain(&self) -> &Domain {
        &self.domain
    }

    /// Stops listening and breaks every connection; returns when that is done.
    pub(crate) async fn stop(mut self) {
        self.stop.send_replace(true);
        if let Err(fault) = (&mut self.task).await {
            tracing::warn!(%fault, "the rehearsal's server broke");
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop.send_replace(true);
    }
}

/// Resolves when the server stops.
pub(crate) async fn stopped(mut stopped: watch::Receiver<bool>) {
    // An error means that the server itself is gone.
    let _ = stopped.wait_for(|is_stopped| *is_stopped).await;
}

fn domain_of(address: SocketAddr) -> Domain {
    Domain::parse(&address.to_string()).expect("an address and a port are a domain")
}
