ratification-ask = Have it voted on
ratification-ask-says = The founding circle settled this. A citizen group may have both sides asked whether it shall stay.
ratification-ask-send = Open the vote
ratification-rests = Both sides were asked about this not long ago. It rests for three months, then they can be asked again.
