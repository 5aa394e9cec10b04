"""What the hosted pages share: how they look, and the parts that they are made of."""

from .words import say

STYLE = """
:root { color-scheme: light dark; --line: #d5dbe1; --ink: #1a1f36; --soft: #5b6577;
  --paper: #fff; --deed: #0a5bd3; }
@media (prefers-color-scheme: dark) {
  :root { --line: #3b4254; --ink: #eef1f6; --soft: #a9b3c5; --paper: #151925; --deed: #7fb2ff; }
}
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
main { max-width: 27rem; margin: 0 auto; padding: 2rem 1rem; }
.note { border: 1px dashed var(--line); border-radius: .5rem; padding: .6rem .8rem;
  color: var(--soft); font-size: .875rem; }
h1 { font-size: 1rem; font-weight: 500; color: var(--soft); margin: 1.5rem 0 0; }
.total { font-size: 2.25rem; font-weight: 700; margin: 0 0 1rem; }
dl { display: grid; grid-template-columns: 1fr auto; gap: .4rem 1rem; margin: 0 0 1.5rem; }
dd { margin: 0; text-align: right; }
label { display: block; margin: 0 0 1rem; }
input, button { font: inherit; width: 100%; padding: .7rem .8rem; border-radius: .5rem;
  border: 1px solid var(--line); background: transparent; color: inherit; margin-top: .2rem; }
button { cursor: pointer; margin: .3rem 0; font-weight: 600; }
button[value=pay], button[value=change] { background: var(--deed); border-color: var(--deed);
  color: var(--paper); }
:focus-visible { outline: 3px solid var(--deed); outline-offset: 2px; }
[role=alert] { border-left: 4px solid #c62828; padding: .4rem .8rem; }
"""


def button(value: str, label: str) -> str:
    """A button that sends what to do."""
    return f'<button name="do" value="{value}">{label}</button>'


def alert(said: str) -> str:
    """What is wrong, where something is."""
    return f'<p role="alert">{said}</p>' if said else ""


def page(status: int, language: str, body: str) -> tuple[int, dict, str]:
    """The whole page around its body."""
    headers = {"Content-Type": "text/html; charset=utf-8", "Cache-Control": "no-store"}
    text = f"""<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>Offline Stripe</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><style>{STYLE}</style></head>
<body><main><p class="note">{say(language, "note")}</p>{body}</main></body></html>"""
    return status, headers, text
