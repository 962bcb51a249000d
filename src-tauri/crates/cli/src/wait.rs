//! Waits for the keyring and the network, on this thread. Commands that need
//! neither never come here.

use tokio::runtime::Builder;

use crate::fault::Fault;

/// Runs a future to its end.
pub(crate) fn wait<F: Future>(future: F) -> Result<F::Output, Fault> {
    let runtime = Builder::new_current_thread()
        .enable_all()
        .build()
        .map_err(Fault::Runtime)?;
    Ok(runtime.block_on(future))
}
