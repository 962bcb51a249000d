//! The pipe's framing: each message is one JSON text, ended by one NUL byte.

use std::io;
use std::mem;

use tokio::io::{AsyncBufReadExt, AsyncRead, AsyncWrite, AsyncWriteExt, BufReader};

/// Reads message after message.
pub(super) struct Reader<R> {
    inner: BufReader<R>,
    partial: Vec<u8>,
}

impl<R: AsyncRead + Unpin> Reader<R> {
    pub(super) fn new(inner: R) -> Self {
        Self {
            inner: BufReader::with_capacity(64 * 1024, inner),
            partial: Vec::new(),
        }
    }

    /// The next message without its NUL, or `None` once the other end is closed. A call that is
    /// dropped half way loses nothing: the next one goes on where it stopped.
    pub(super) async fn next(&mut self) -> io::Result<Option<Vec<u8>>> {
        loop {
            let chunk = self.inner.fill_buf().await?;
            if chunk.is_empty() {
                return Ok(None);
            }
            let (taken, complete) = match chunk.iter().position(|byte| *byte == 0) {
                Some(end) => (end, true),
                None => (chunk.len(), false),
            };
            self.partial.extend(chunk.iter().take(taken));
            self.inner.consume(taken + usize::from(complete));
            if complete {
                return Ok(Some(mem::take(&mut self.partial)));
            }
            if self.partial.len() > LONGEST {
                return Err(io::Error::from(io::ErrorKind::FileTooLarge));
            }
        }
    }
}

/// Writes one message.
pub(super) async fn write<W: AsyncWrite + Unpin>(
    to: &mut W,
    mut message: Vec<u8>,
) -> io::Result<()> {
    message.push(0);
    to.write_all(&message).await?;
    to.flush().await
}

/// More than any message that a window has a use for; beyond it the browser is out of its mind.
const LONGEST: usize = 64 * 1024 * 1024;

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use tokio::io::AsyncWriteExt;
    use tokio::time::timeout;

    use super::*;

    #[tokio::test]
    async fn messages_are_put_together_from_parts() {
        let (mut far, near) = tokio::io::duplex(16);
        let mut reader = Reader::new(near);

        far.write_all(b"{\"a\"").await.unwrap();
        let early = timeout(Duration::from_millis(20), reader.next()).await;
        assert!(early.is_err(), "half a message is none");
        far.write_all(b":1}\0{}\0{\"b").await.unwrap();

        assert_eq!(reader.next().await.unwrap().unwrap(), b"{\"a\":1}");
        assert_eq!(reader.next().await.unwrap().unwrap(), b"{}");
        drop(far);
        assert_eq!(
            reader.next().await.unwrap(),
            None,
            "half a message at the end is none"
        );
    }

    #[tokio::test]
    async fn a_large_message_passes() {
        let (mut far, near) = tokio::io::duplex(4096);
        let large = vec![b'x'; 3_000_000];
        let sent = large.clone();
        let writing = tokio::spawn(async move { write(&mut far, sent).await.unwrap() });

        assert_eq!(Reader::new(near).next().await.unwrap().unwrap(), large);
        writing.await.unwrap();
    }

    #[tokio::test]
    async fn a_message_without_end_is_refused() {
        let (mut far, near) = tokio::io::duplex(1024 * 1024);
        let writing = tokio::spawn(async move {
            let chunk = vec![b'x'; 1024 * 1024];
            while far.write_all(&chunk).await.is_ok() {}
        });

        let fault = Reader::new(near).next().await.unwrap_err();

        assert_eq!(fault.kind(), io::ErrorKind::FileTooLarge);
        writing.await.unwrap();
    }
}
