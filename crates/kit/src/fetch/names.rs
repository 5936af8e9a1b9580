//! What names mean. The one look-up is here; the library that connects is told its outcome, and nothing else.

use super::Failure;
use reqwest::dns::{Addrs, Name, Resolve, Resolving};
use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;
use url::{Host, Url};

/// What a name means, for tests.
type Telling = Arc<dyn Fn(&str) -> Vec<IpAddr> + Send + Sync>;

#[derive(Clone)]
pub enum Names {
    System,
    Told(Telling),
}

impl Names {
    pub(super) async fn resolve(&self, address: &Url) -> Result<Vec<IpAddr>, Failure> {
        let name = match address.host() {
            None => return Err(Failure::Forbidden),
            Some(Host::Ipv4(ip)) => return Ok(vec![ip.into()]),
            Some(Host::Ipv6(ip)) => return Ok(vec![ip.into()]),
            Some(Host::Domain(name)) => name,
        };
        match self {
            Names::Told(told) => Ok(told(name)),
            Names::System => {
                let found = tokio::net::lookup_host((name, 0)).await.map_err(|_| Failure::Unreachable)?;
                Ok(found.map(|door| door.ip()).collect())
            }
        }
    }
}

/// Whatever is asked for, these are the addresses.
pub(super) struct Only(pub Vec<SocketAddr>);

impl Resolve for Only {
    fn resolve(&self, _: Name) -> Resolving {
        let doors: Addrs = Box::new(self.0.clone().into_iter());
        Box::pin(std::future::ready(Ok(doors)))
    }
}
