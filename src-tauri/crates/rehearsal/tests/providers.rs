//! The stand-ins for the other providers, endpoint by endpoint.

mod browser;
mod calls;
mod faults;
mod guest;
mod jiomeet;
mod jitsi;
mod prebuilt;
mod token_server;
mod videosdk;
