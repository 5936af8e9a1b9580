standing-paused-title = You are paused
standing-paused-lead = You can read everything as before, and your vote in decisions stays yours. What you write can’t be sent for now.
standing-paused-until = Until
standing-why = Why
standing-appeal = See it and appeal
standing-kept = What you wrote, for you to keep
standing-blocked-title = This account is blocked
standing-blocked-lead = We wrote a letter to your address when it happened. It says why, and has a link for an appeal to another guide.
