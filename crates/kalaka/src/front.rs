//! The front door: how long a request may take to come in, and how many connections there are at once. Whoever is slow,
//! or many, takes little from the others.

use axum::Router;
use axum_server::accept::Accept;
use axum_server::{Address, Server};
use hyper_util::rt::TokioTimer;
use std::io;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};
use tokio::time::Sleep;
use tower_http::timeout::RequestBodyTimeoutLayer;

/// What is borne.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// For the handshake, and then for the head of each request, the waiting for it included.
    pub head: Duration,
    /// Between two pieces of a body: a slow line is no fault, a silent one is.
    pub body: Duration,
    pub connections: usize,
}

/// Files that are kept open for other things: the database, pictures.
const OTHER_FILES: u64 = 200;

impl Default for Patience {
    /// As many connections as the system gives open files for, up to ten thousand.
    fn default() -> Patience {
        let files = rustix::process::getrlimit(rustix::process::Resource::Nofile).current.unwrap_or(u64::MAX);
        let connections = files.saturating_sub(OTHER_FILES).clamp(100, 10_000);
        Patience {
            head: Duration::from_secs(30),
            body: Duration::from_secs(30),
            connections: usize::try_from(connections).unwrap_or(100),
        }
    }
}

impl Patience {
    /// Sets the times of a server that speaks http.
    pub fn of<A: Address, Acc>(self, mut server: Server<A, Acc>) -> Server<A, Acc> {
        server.http_builder().http1().timer(TokioTimer::new()).header_read_timeout(self.head);
        server.http_builder().http2().timer(TokioTimer::new()).keep_alive_interval(self.head);
        server
    }

    /// Sets the time for bodies.
    pub fn around(self, site: Router) -> Router {
        site.layer(RequestBodyTimeoutLayer::new(self.body))
    }

    /// Bounds what another acceptor takes in.
    pub fn bound<A>(self, inner: A) -> Bounded<A> {
        Bounded { inner, places: Arc::new(Semaphore::new(self.connections)), head: self.head }
    }
}

/// Takes in so many connections at once; more are closed at once, which tells a balancer to go elsewhere.
#[derive(Clone)]
pub struct Bounded<A> {
    inner: A,
    places: Arc<Semaphore>,
    head: Duration,
}

type Accepting<T> = Pin<Box<dyn Future<Output = io::Result<T>> + Send>>;

impl<I, S, A> Accept<I, S> for Bounded<A>
where
    A: Accept<I, S>,
    A::Future: Send + 'static,
{
    type Stream = Held<A::Stream>;
    type Service = A::Service;
    type Future = Accepting<(Self::Stream, Self::Service)>;

    fn accept(&self, stream: I, service: S) -> Self::Future {
        let (place, head) = (self.places.clone().try_acquire_owned().ok(), self.head);
        let accepting =
            place.map(|place| (place, tokio::time::timeout(head, self.inner.accept(stream, service))));
        Box::pin(async move {
            let Some((place, accepting)) = accepting else {
                return Err(io::ErrorKind::ConnectionRefused.into());
            };
            let accepted = accepting.await.map_err(|_| io::Error::from(io::ErrorKind::TimedOut))?;
            let (stream, service) = accepted?;
            let opening = Some(Opening { read: 0, over: Box::pin(tokio::time::sleep(head)) });
            Ok((Held { stream, opening, _place: place }, service))
        })
    }
}

/// The first words of a connection, by which it is told which http is spoken. The library waits for them without end.
struct Opening {
    read: usize,
    over: Pin<Box<Sleep>>,
}

/// No request is shorter.
const OPENING: usize = 18;

/// A connection, and the place that it takes.
pub struct Held<T> {
    stream: T,
    opening: Option<Opening>,
    _place: OwnedSemaphorePermit,
}

impl<T: Unpin> Held<T> {
    fn stream(self: Pin<&mut Self>) -> Pin<&mut T> {
        Pin::new(&mut self.get_mut().stream)
    }
}

impl<T: AsyncRead + Unpin> AsyncRead for Held<T> {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        into: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let before = into.filled().len();
        let read = self.as_mut().stream().poll_read(cx, into);
        let Some(opening) = &mut self.opening else { return read };
        opening.read += into.filled().len() - before;
        if opening.read >= OPENING {
            self.opening = None;
        } else if read.is_pending() && opening.over.as_mut().poll(cx).is_ready() {
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        read
    }
}

impl<T: AsyncWrite + Unpin> AsyncWrite for Held<T> {
    fn poll_write(self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        self.stream().poll_write(cx, bytes)
    }

    fn poll_flush(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream().poll_flush(cx)
    }

    fn poll_shutdown(self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        self.stream().poll_shutdown(cx)
    }

    fn poll_write_vectored(
        self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        pieces: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        self.stream().poll_write_vectored(cx, pieces)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use axum::routing::{get, post};
    use axum_server::accept::DefaultAcceptor;
    use std::net::SocketAddr;
    use tokio::io::{AsyncReadExt, AsyncWriteExt};
    use tokio::net::TcpStream;

    const SOON: Duration = Duration::from_millis(200);

    /// A server that bears little, and its address.
    async fn impatient(connections: usize) -> SocketAddr {
        let patience = Patience { head: SOON, body: SOON, connections };
        let echo = post(|body: String| async move { body });
        let site = Router::new().route("/", get(|| async { "here" })).route("/echo", echo);
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let address = listener.local_addr().unwrap();
        let server = patience.of(axum_server::from_tcp(listener).unwrap());
        let server = server.acceptor(patience.bound(DefaultAcceptor::new()));
        tokio::spawn(server.serve(patience.around(site).into_make_service()));
        address
    }

    async fn said(address: SocketAddr, words: &str) -> TcpStream {
        let mut stream = TcpStream::connect(address).await.unwrap();
        stream.write_all(words.as_bytes()).await.unwrap();
        stream
    }

    /// What comes until the server hangs up.
    async fn heard(mut stream: TcpStream) -> String {
        let mut text = String::new();
        let reading = stream.read_to_string(&mut text);
        let _ = tokio::time::timeout(Duration::from_secs(20), reading).await.expect("nobody hangs up");
        text
    }

    #[tokio::test]
    async fn who_never_ends_the_head_is_hung_up_on() {
        let address = impatient(10).await;
        assert!(!heard(said(address, "GET / HTTP/1.1\r\nHost: a\r\nX-Slow").await).await.contains("here"));
        // So is one who says nothing, or nothing any more.
        for opening in ["", "P", "PRI * HTTP/2.0"] {
            assert_eq!(heard(said(address, opening).await).await, "", "{opening}");
        }
        let answer = heard(said(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await).await;
        assert!(answer.ends_with("here"), "{answer}");
    }

    #[tokio::test]
    async fn who_never_ends_the_body_gets_no_answer_out_of_it() {
        let address = impatient(10).await;
        let slow = "POST /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 9\r\n\r\nhalf";
        let answer = heard(said(address, slow).await).await;
        assert!(!answer.contains("200 OK"), "{answer}");
    }

    #[tokio::test]
    async fn one_more_than_there_are_places_is_sent_away_and_the_others_stay() {
        let address = impatient(1).await;
        let first = said(address, "GET / HTTP/1.1\r\nHost: a\r\n").await;
        let second = said(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await;
        assert_eq!(heard(second).await, "");
        // The first is hung up on in its time, and its place is free again.
        heard(first).await;
        let third = heard(said(address, "GET / HTTP/1.1\r\nHost: a\r\n\r\n").await).await;
        assert!(third.contains("here"), "{third}");
    }
}
