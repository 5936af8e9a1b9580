follows-begun = You follow this thread. We tell you when it goes on.
follows-ended = You don’t follow this thread any more.
