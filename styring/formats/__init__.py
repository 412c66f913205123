"""One file a format: what is shown in, text out.

A format's file has a function for each shape it can write: `tabell`, `bunke`, `tre`, `hjul`,
`kalender`, `funn`.
"""
