"""Checkout: somebody pays, pays later, is declined, or cancels."""

from html import escape

from ..amounts import written
from ..objects import checkout_sessions
from .frame import alert, button, page
from .words import say


def show(store, session, typed, language):
    """Pay, pay later, decline or cancel."""
    if session["status"] != "open":
        return page(200, language, f"<h1>{say(language, session['status'])}</h1>")
    said = ""
    by = {name: typed[name] for name in ("name", "email") if typed.get(name)}
    match typed.get("do"):
        case "cancel" if session["cancel_url"]:
            return found_at(session["cancel_url"], session)
        case "pay" | "later" as how if by.get("email") or session["customer"]:
            checkout_sessions.pay(store, session, by, delayed=how == "later")
            return found_at(session["success_url"], session)
        case "pay" | "later":
            said = say(language, "address needed")
        case "decline":
            checkout_sessions.decline(store, session, by)
            said = say(language, "declined")
    return page(402 if said else 200, language, form(session, language, said, by))


def found_at(url: str, session: dict) -> tuple[int, dict, str]:
    """The way back to the site. Stripe fills its id into the address."""
    url = url.replace("{CHECKOUT_SESSION_ID}", session["id"])
    return 303, {"Location": url}, ""


def form(session, language, said, by) -> str:
    """What is paid, for what, and the ways to."""
    currency = session["currency"]
    recurring = [item["price"]["recurring"] for item in session["_lines"]]
    every = next(filter(None, recurring), None)
    lines = "".join(
        f"<dt>{escape(item['description'])}</dt>"
        f"<dd>{written(item['amount_total'], currency, language)}</dd>"
        for item in session["_lines"]
    )
    custom = session["custom_text"]["submit"]
    email = by.get("email") or session["customer_email"] or ""
    buttons = ["pay", *(["later"] if session["mode"] == "payment" else []), "decline"]
    buttons += ["cancel"] if session["cancel_url"] else []
    deed = {"donate": "donate", None: "subscribe" if every else "pay"}.get(
        session["submit_type"], "pay"
    )
    labels = {"pay": deed}
    return f"""
      {alert(said)}
      <h1>{say(language, "every " + every["interval"] if every else "to pay")}</h1>
      <p class="total">{written(session["amount_total"], currency, language)}</p>
      <dl>{lines}</dl>
      <form method="post">
        <label>{say(language, "email")}
          <input type="email" name="email" autocomplete="email" value="{escape(email)}"></label>
        <label>{say(language, "name")}
          <input name="name" autocomplete="name" value="{escape(by.get("name", ""))}"></label>
        {f"<p>{escape(custom['message'])}</p>" if custom else ""}
        {"".join(button(name, say(language, labels.get(name, name))) for name in buttons)}
      </form>"""
