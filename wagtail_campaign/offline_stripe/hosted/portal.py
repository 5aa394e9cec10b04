"""The Portal: what recurs is changed, cancelled, or goes on after all."""

from html import escape

from ..amounts import written
from ..objects import prices, subscription_changes
from .frame import alert, button, page
from .words import say


def show(store, session, typed, language):
    """Cancel at the end of the period, go on after all, or give another amount."""
    about = typed.get("subscription", "")
    if typed:
        subscription = store.get("subscription", about)
        if subscription["customer"] != session["customer"]:
            return page(404, language, f"<h1>{say(language, 'nothing')}</h1>")
        said = change(store, subscription, typed, language)
    else:
        said = ""
    rows = [
        row(subscription, language)
        for subscription in store.all("subscription", customer=session["customer"])
    ]
    back = session["return_url"]
    way = f'<p><a href="{escape(back)}">{say(language, "back")}</a></p>' if back else ""
    body = alert(said) + ("".join(rows) or f"<h1>{say(language, 'none')}</h1>") + way
    return page(200, language, body)


def change(store, subscription, typed, language) -> str:
    """Does it; what is wrong with it, "" for nothing."""
    match typed.get("do"):
        case "cancel plan":
            _update(store, subscription, cancel_at_period_end=True)
        case "keep":
            _update(store, subscription, cancel_at_period_end=False)
        case "change":
            amount = typed.get("amount", "")
            if not amount.isdecimal() or not int(amount):
                return say(language, "amount needed")
            [item] = subscription["items"]["data"][:1]
            old = item["price"]
            data = {
                "currency": old["currency"],
                "product": old["product"],
                "unit_amount": int(amount),
                "recurring": old["recurring"],
            }
            price = prices.make(store, data)
            items = [{"id": item["id"], "price": price["id"]}]
            _update(store, subscription, items=items, proration_behavior="none")
    return ""


def _update(store, subscription, **params) -> None:
    subscription_changes.update(store, params, subscription["id"])


def row(subscription, language) -> str:
    """One that recurs, with what can be done with it."""
    price = subscription["items"]["data"][0]["price"]
    amount = written(price["unit_amount"], subscription["currency"], language)
    every = say(language, f"every {price['recurring']['interval']}")
    if subscription["status"] == "canceled":
        return f"<h1>{every}</h1><p class='total'>{amount}</p><p>{say(language, 'canceled')}</p>"
    ends = subscription["cancel_at_period_end"]
    verbs = (
        button("keep", say(language, "keep"))
        if ends
        else button("cancel plan", say(language, "cancel plan"))
    )
    return f"""
      <h1>{every}</h1><p class="total">{amount}</p>
      {f"<p>{say(language, 'ends')}</p>" if ends else ""}
      <form method="post"><input type="hidden" name="subscription" value="{subscription["id"]}">
        <label>{say(language, "new amount")}
          <input name="amount" inputmode="numeric" value="{price["unit_amount"]}"></label>
        {button("change", say(language, "change"))}{verbs}
      </form>"""
