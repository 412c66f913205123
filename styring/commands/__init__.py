"""One file a noun or verb: reads arguments, calls, shows; decides nothing."""
