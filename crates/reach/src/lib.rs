//! What reaches people where they are: letters that go out, and the worker that does whatever must happen
//! after a transaction, at its time, once.

pub mod mail_out;
pub mod work;

pub use mail_out::{Mailer, forget, let_go};
pub use work::{Failure, Handlers, run};
