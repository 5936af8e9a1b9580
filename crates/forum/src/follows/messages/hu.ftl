follows-begun = Követed ezt a beszélgetést. Szólunk, ha folytatódik.
follows-ended = Már nem követed ezt a beszélgetést.
