"""What visitors of the demo site do with its urgent action, in the words of the tests."""

from .steps import CHECK_YOUR_MAIL, fill, mailed_link

EMBASSY, MINISTRY = "embassy.de@example.org", "justice@example.org"
# How the embassy is greeted, and the name of the lawyer in a case that the letter needs.
RIGHT = {
    "en": ("Your Excellency,", "about Bolat Tenizdalin", "Please release Bolat Tenizdalin"),
    "ru": (
        "Ваше Превосходительство!",
        "о судьбе Болата Тениздалина",
        "Прошу освободить Болата Тениздалина",
    ),
    "kk": (
        "Жоғары мәртебелі Елші!",
        "Болат Теңіздалинді босатып",
        "Болат Теңіздалинге бостандық беруіңізді сұраймын",
    ),
}


def find_the_embassy(page, language, country="DE"):
    """From the urgent action to the letter to the embassy nearest to a country."""
    page.goto(f"/{language}/urgent-action/")
    page.select_option(".campaign-panel [name=country]", country)
    page.click(".campaign-panel .campaign-find [type=submit]")
    page.wait_for_url("**/find/?country=*")
    page.locator(".campaign-targets a.campaign-button").first.click()
    page.wait_for_url("**/write/?target=*")


def choose_language(page, language):
    """The letter in a language, by its tab."""
    page.click(f".campaign-tabs [hreflang={language}]")
    page.wait_for_url(f"**in={language}#*")


def fill_in(page, address):
    fill(page, address)
    page.fill("[name=city]", "Berlin")
    page.select_option("[name=country]", "DE")


def send(page, address):
    """Sends the letter by the site; ends on "check your mail"."""
    fill_in(page, address)
    page.click(".campaign-button--main")
    page.wait_for_url(CHECK_YOUR_MAIL)


def confirm(page, address):
    page.goto(mailed_link(page, address, "confirm"))
    page.click("main form [type=submit]")
    page.wait_for_url("**/thanks/")


def delivered(page, target, words):
    """The mail that a target got with some words in it; ``campaign_work`` sends it soon."""
    for _ in range(240):
        page.goto(f"/demo/inbox/?to={target}")
        mail = page.locator(".mail").filter(has_text=words).first
        if mail.count():
            if mail.get_attribute("open") is None:
                mail.locator("summary").click()
            return mail
        page.wait_for_timeout(250)
    raise AssertionError(f"Nothing with “{words}” was sent to {target}.")


def letters_on(page, language) -> int:
    """The number of letters that the page of the urgent action shows."""
    page.goto(f"/{language}/urgent-action/")
    words = page.locator(".campaign-progress__count").first.inner_text()
    return int("".join(c for c in words if c.isdigit()))
