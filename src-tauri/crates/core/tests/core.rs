//! One module a subject; `fixtures` has the keys and the grant they share.

mod fixtures;
mod inspect_client;
mod inspect_readings;
mod inspect_server;
mod inspect_verdict;
mod jwtio;
mod key_faults;
mod key_forms;
mod key_rubbish;
mod matrix;
mod proof;
mod provider;
mod token;
