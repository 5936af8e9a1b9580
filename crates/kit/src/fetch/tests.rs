use super::*;
use flate2::Compression;
use flate2::write::GzEncoder;
use proptest::prelude::*;
use std::io::Write;
use std::net::IpAddr;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpListener;

const HTML: [&str; 1] = ["text/html"];

fn wanted(address: &Url) -> Wanted<'_> {
    Wanted { address, kinds: &HTML, most: 10_000, etag: None, modified: None }
}

fn told(answer: impl Fn(&str) -> Vec<&'static str> + Send + Sync + 'static) -> Names {
    Names::Told(Arc::new(move |name| answer(name).into_iter().map(|ip| ip.parse().unwrap()).collect()))
}

fn run<T>(work: impl Future<Output = T>) -> T {
    tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap().block_on(work)
}

/// A server that answers each request with what it makes of its head, and counts them.
async fn serve(answer: impl Fn(&str) -> Vec<u8> + Send + 'static) -> (u16, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let port = listener.local_addr().unwrap().port();
    let asked = Arc::new(AtomicUsize::new(0));
    let count = asked.clone();
    tokio::spawn(async move {
        loop {
            let (mut stream, _) = listener.accept().await.unwrap();
            count.fetch_add(1, Ordering::Relaxed);
            let mut head = vec![0; 4000];
            let read = stream.read(&mut head).await.unwrap();
            let said = answer(&String::from_utf8_lossy(&head[..read]));
            let _ = stream.write_all(&said).await;
        }
    });
    (port, asked)
}

fn page(more: &str, body: &[u8]) -> Vec<u8> {
    let head = format!(
        "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=UTF-8\r\nConnection: close\r\n{more}\r\n"
    );
    [head.as_bytes(), body].concat()
}

fn redirect(to: &str) -> Vec<u8> {
    format!("HTTP/1.1 302 Found\r\nLocation: {to}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n")
        .into_bytes()
}

fn get(fetcher: &Fetcher, address: &str) -> Result<Answer, Failure> {
    run(async { fetcher.fetch(wanted(&Url::parse(address).unwrap())).await })
}

fn at_home() -> Fetcher {
    Fetcher::new("https://town.example").at_home(80).knowing(told(|_| vec!["127.0.0.1"]))
}

#[test]
fn q21_only_public_addresses_are_reached() {
    for closed in [
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "100.64.0.1",
        "100.127.255.255",
        "127.0.0.1",
        "127.255.255.254",
        "169.254.169.254",
        "169.254.170.2",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "168.63.129.16",
        "::",
        "::1",
        "::ffff:127.0.0.1",
        "::ffff:8.8.8.8",
        "::127.0.0.1",
        "::ffff:0:127.0.0.1",
        "64:ff9b::7f00:1",
        "64:ff9b::808:808",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:2::1",
        "2001:10::1",
        "2001:db8::1",
        "2002:7f00:1::1",
        "2002:808:808::1",
        "3fff::1",
        "5f00::1",
        "fc00::1",
        "fd00:ec2::254",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "2a00:1450::5efe:7f00:1",
        "2a00:1450:0:0:200:5efe:a00:1",
    ] {
        assert!(!is_public(closed.parse().unwrap()), "{closed}");
    }
    for open in [
        "1.1.1.1",
        "8.8.8.8",
        "100.63.0.1",
        "100.128.0.1",
        "172.15.0.1",
        "172.32.0.1",
        "192.0.1.1",
        "223.255.255.255",
        "2a00:1450:4001::200e",
        "2606:4700::1111",
        "2003::1",
        "3ffe::1",
    ] {
        assert!(is_public(open.parse().unwrap()), "{open}");
    }
}

#[test]
fn q21_addresses_written_oddly_are_the_same_addresses() {
    for odd in [
        "http://0/",
        "http://0.0.0.0/",
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://127.0.0.1./",
        "http://１２７.0.0.1/",
        "http://①②⑦.0.0.1/",
        "http://[::1]/",
        "http://[::]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::7f00:1]/",
        "http://169.254.169.254/latest/",
        "http://localhost/",
        "http://localhost./",
        "http://printer/",
        "http:/\\127.0.0.1/",
        "http://%31%32%37.0.0.1/",
    ] {
        assert_eq!(parse(odd), None, "{odd}");
    }
}

#[test]
fn q21_only_the_web_at_its_usual_ports_without_names_of_users() {
    for other in [
        "ftp://example.org/",
        "file:///etc/passwd",
        "gopher://example.org/",
        "data:text/html,x",
        "javascript:1",
        "http://example.org:22/",
        "http://example.org:8080/",
        "https://example.org:6379/",
        "https://user@example.org/",
        "https://user:word@example.org/",
        "https://",
        "example.org",
        "//example.org",
        "unix:/run/x",
        "blob:https://example.org/x",
    ] {
        assert_eq!(parse(other), None, "{other}");
    }
    let long = format!("https://example.org/{}", "a".repeat(2000));
    assert_eq!(parse(&long), None);
    assert_eq!(parse(" https://EXAMPLE.org:443/a?b#c ").unwrap().as_str(), "https://example.org/a?b");
    assert!(parse("http://example.org:80/").is_some() && parse("https://example.org:80/").is_some());
}

#[test]
fn q21_a_name_that_leads_inside_is_not_followed() {
    for inside in ["127.0.0.1", "10.0.0.7", "169.254.169.254", "::1", "::ffff:10.0.0.1", "fd00::1", "0.0.0.0"]
    {
        let fetcher = Fetcher::new("x").knowing(told(move |_| vec![inside]));
        assert_eq!(get(&fetcher, "http://rebind.example/"), Err(Failure::Forbidden), "{inside}");
    }
    // One bad address among good ones is enough.
    let fetcher = Fetcher::new("x").knowing(told(|_| vec!["1.1.1.1", "127.0.0.1"]));
    assert_eq!(get(&fetcher, "http://mixed.example/"), Err(Failure::Forbidden));
    let fetcher = Fetcher::new("x").knowing(told(|_| vec![]));
    assert_eq!(get(&fetcher, "http://nowhere.example/"), Err(Failure::Unreachable));
}

#[test]
fn q21_a_name_is_looked_up_once_and_what_was_looked_at_is_reached() {
    run(async {
        let (port, asked) = serve(|_| page("", b"<title>Here</title>")).await;
        let looked = Arc::new(AtomicUsize::new(0));
        let count = looked.clone();
        // The second time the name would mean another place.
        let names = told(move |_| match count.fetch_add(1, Ordering::Relaxed) {
            0 => vec!["127.0.0.1"],
            _ => vec!["10.0.0.1"],
        });
        let fetcher = Fetcher::new("x").at_home(80).knowing(names);
        let address = Url::parse(&format!("http://rebind.example:{port}/")).unwrap();
        assert!(matches!(fetcher.fetch(wanted(&address)).await, Ok(Answer::Page(_))));
        assert_eq!((looked.load(Ordering::Relaxed), asked.load(Ordering::Relaxed)), (1, 1));
        assert_eq!(fetcher.fetch(wanted(&address)).await, Err(Failure::Forbidden));
        assert_eq!(asked.load(Ordering::Relaxed), 1);
    });
}

#[test]
fn q21_each_redirect_is_looked_at_again() {
    for inside in [
        "http://169.254.169.254/latest/meta-data/",
        "http://10.0.0.1/",
        "http://[::ffff:10.0.0.1]/",
        "http://inside.example/",
        "file:///etc/passwd",
        "ftp://a.example/",
        "//inside.example/x",
        "http://user@a.example/",
        "http://0x0a000001/",
    ] {
        run(async {
            let (port, _) = serve(move |_| redirect(inside)).await;
            let names =
                told(|name| if name.starts_with("inside") { vec!["10.0.0.1"] } else { vec!["127.0.0.1"] });
            let fetcher = Fetcher::new("x").at_home(80).knowing(names);
            let address = Url::parse(&format!("http://a.example:{port}/")).unwrap();
            assert_eq!(fetcher.fetch(wanted(&address)).await, Err(Failure::Forbidden), "{inside}");
        });
    }
}

#[test]
fn three_redirects_are_followed_and_no_more() {
    run(async {
        let step = |head: &str| {
            let left: usize = head.split('/').nth(1).unwrap().split(' ').next().unwrap().parse().unwrap();
            if left == 0 { page("", b"done") } else { redirect(&format!("/{}", left - 1)) }
        };
        let (port, _) = serve(step).await;
        let address = |n: usize| Url::parse(&format!("http://a.example:{port}/{n}")).unwrap();
        let Ok(Answer::Page(page)) = at_home().fetch(wanted(&address(3))).await else { panic!() };
        assert_eq!((page.bytes.as_slice(), page.address.path()), (&b"done"[..], "/0"));
        assert_eq!(at_home().fetch(wanted(&address(4))).await, Err(Failure::Redirects));
    });
}

#[test]
fn who_asks_is_said_and_nothing_else() {
    run(async {
        let answer = |head: &str| page("Set-Cookie: a=b\r\n", head.as_bytes());
        let (port, _) = serve(answer).await;
        let address = Url::parse(&format!("http://a.example:{port}/x")).unwrap();
        let fetcher = at_home();
        for _ in 0..2 {
            let Ok(Answer::Page(page)) = fetcher.fetch(wanted(&address)).await else { panic!() };
            let head = String::from_utf8(page.bytes).unwrap().to_lowercase();
            assert!(
                head.contains("user-agent: kalaka/") && head.contains("(+https://town.example)"),
                "{head}"
            );
            assert!(!head.contains("cookie") && !head.contains("referer") && !head.contains("authorization"));
        }
    });
}

#[test]
fn q23_a_long_page_is_cut_off_and_a_bomb_unpacks_no_further() {
    run(async {
        let (port, _) = serve(|_| page("", &vec![b'a'; 1_000_000])).await;
        let address = Url::parse(&format!("http://a.example:{port}/")).unwrap();
        let Ok(Answer::Page(long)) = at_home().fetch(wanted(&address)).await else { panic!() };
        assert!(long.bytes.len() == 10_000 && long.is_cut);
        let mut bomb = GzEncoder::new(Vec::new(), Compression::best());
        bomb.write_all(&vec![b'a'; 5_000_000]).unwrap();
        let bomb = bomb.finish().unwrap();
        let (port, _) = serve(move |_| page("Content-Encoding: gzip\r\n", &bomb)).await;
        let address = Url::parse(&format!("http://a.example:{port}/")).unwrap();
        let Ok(Answer::Page(bomb)) = at_home().fetch(wanted(&address)).await else { panic!() };
        assert!(bomb.bytes.len() == 10_000 && bomb.is_cut);
    });
}

#[test]
fn what_is_slow_or_of_another_kind_is_left() {
    run(async {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address =
            Url::parse(&format!("http://a.example:{}/", listener.local_addr().unwrap().port())).unwrap();
        let hasty = at_home().patient_for(Duration::from_millis(100));
        assert_eq!(hasty.fetch(wanted(&address)).await, Err(Failure::Slow));
        for (answer, failure) in [
            (
                "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                Failure::Status(404),
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Type: image/png\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                Failure::Kind,
            ),
            ("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Failure::Kind),
            (
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: br\r\nContent-Length: 0\r\nConnection: close\r\n\r\n",
                Failure::Kind,
            ),
            (
                "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc",
                Failure::Broken,
            ),
            ("HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\n\r\n", Failure::Status(302)),
            ("nonsense", Failure::Unreachable),
        ] {
            let (port, _) = serve(move |_| answer.into()).await;
            let address = Url::parse(&format!("http://a.example:{port}/")).unwrap();
            assert_eq!(at_home().fetch(wanted(&address)).await, Err(failure), "{answer}");
        }
    });
}

#[test]
fn what_has_not_changed_is_not_sent_again() {
    run(async {
        let answer = |head: &str| {
            let known = head.to_lowercase().contains("if-none-match: \"v1\"");
            if known {
                b"HTTP/1.1 304 Not Modified\r\nConnection: close\r\n\r\n".to_vec()
            } else {
                page("ETag: \"v1\"\r\n", b"x")
            }
        };
        let (port, _) = serve(answer).await;
        let address = Url::parse(&format!("http://a.example:{port}/")).unwrap();
        let Ok(Answer::Page(page)) = at_home().fetch(wanted(&address)).await else { panic!() };
        let again = Wanted { etag: page.etag.as_deref(), ..wanted(&address) };
        assert_eq!(at_home().fetch(again).await, Ok(Answer::Unchanged));
    });
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_address_is_public_or_refused_without_a_fault(text in "(http|https|ftp)://[\\PC]{0,60}") {
        if let Some(url) = parse(&text) {
            prop_assert!(matches!(url.scheme(), "http" | "https") && url.fragment().is_none());
            if let Ok(ip) = url.host_str().unwrap().trim_matches(['[', ']']).parse::<IpAddr>() {
                prop_assert!(is_public(ip));
            }
            prop_assert_eq!(parse(url.as_str()), Some(url));
        }
    }

    #[test]
    fn an_address_of_ipv4_is_as_closed_as_its_number(bits in any::<u32>()) {
        let ip = std::net::Ipv4Addr::from_bits(bits);
        prop_assert_eq!(parse(&format!("http://{bits}/")).is_some(), is_public(ip.into()));
        prop_assert!(!is_public(ip.to_ipv6_mapped().into()) && !is_public(ip.to_ipv6_compatible().into()));
    }

    #[test]
    fn any_packed_bytes_unpack_within_bounds(bytes in proptest::collection::vec(any::<u8>(), 0..500), cut in any::<bool>()) {
        if let Ok((read, _)) = reading::unpack(&bytes, 100, cut) {
            prop_assert!(read.len() <= 100);
        }
    }
}
