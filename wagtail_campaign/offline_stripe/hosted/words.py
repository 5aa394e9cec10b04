"""What the hosted pages say. Stripe has English and Russian, and no Kazakh."""

WORDS = {
    "en": {
        "address needed": "Please enter an e-mail address.",
        "amount needed": "Please enter an amount, in the smallest unit of the currency.",
        "back": "Back to the site",
        "cancel": "Cancel",
        "cancel plan": "Cancel at the end of the period",
        "canceled": "Canceled",
        "change": "Change the amount",
        "complete": "This was paid already.",
        "decline": "Pay by a card that is declined",
        "declined": "Your card was declined. Nothing was taken.",
        "donate": "Donate",
        "email": "E-mail address",
        "ends": "Ends with this period.",
        "every day": "Every day",
        "every month": "Every month",
        "every week": "Every week",
        "every year": "Every year",
        "expired": "This page has expired.",
        "keep": "Don’t cancel it",
        "later": "Pay by debit, which takes days",
        "name": "Name on the card",
        "new amount": "Amount, in the smallest unit of the currency",
        "none": "Nothing recurs.",
        "note": "An offline stand-in for Stripe: no card is asked for, no money moves.",
        "nothing": "There is nothing here.",
        "pay": "Pay",
        "subscribe": "Subscribe",
        "to pay": "To pay",
    },
    "ru": {
        "address needed": "Введите адрес электронной почты.",
        "amount needed": "Введите сумму в наименьших единицах валюты.",
        "back": "Вернуться на сайт",
        "cancel": "Отмена",
        "cancel plan": "Отменить в конце периода",
        "canceled": "Отменено",
        "change": "Изменить сумму",
        "complete": "Это уже оплачено.",
        "decline": "Оплатить картой, которую отклонит банк",
        "declined": "Карта отклонена. Деньги не списаны.",
        "donate": "Пожертвовать",
        "email": "Адрес электронной почты",
        "ends": "Закончится вместе с этим периодом.",
        "every day": "Каждый день",
        "every month": "Каждый месяц",
        "every week": "Каждую неделю",
        "every year": "Каждый год",
        "expired": "Срок действия этой страницы истёк.",
        "keep": "Не отменять",
        "later": "Оплатить списанием со счёта, которое идёт несколько дней",
        "name": "Имя на карте",
        "new amount": "Сумма в наименьших единицах валюты",
        "none": "Регулярных платежей нет.",
        "note": "Замена Stripe без сети: карту не спрашивают, деньги не списывают.",
        "nothing": "Здесь ничего нет.",
        "pay": "Оплатить",
        "subscribe": "Подписаться",
        "to pay": "К оплате",
    },
}


def language_of(locale: str | None, accepted: str) -> str:
    """The language of a page: what the site asked for; with ``auto`` what the browser prefers."""
    if locale in WORDS:
        return locale
    if locale not in (None, "auto"):
        return "en"
    wanted = [part.partition(";")[0].strip()[:2] for part in accepted.split(",")]
    return next((code for code in wanted if code in WORDS), "en")


def say(language: str, name: str) -> str:
    """The words in a language: "Pay" for ``pay``."""
    return WORDS[language][name]
