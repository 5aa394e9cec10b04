"""A million signatures in a minute: rows made by PostgreSQL itself, as real as those of people.

Of a hundred signatures 85 are confirmed, 10 wait, 4 were withdrawn and 1 was invalidated, from ten
countries and in all languages of the petition, over two years, by five ways. Each has a supporter
and a mail that was sent; every second of those that count has a consent. One in five hundred is of
a burst from ``burst.example``, for a rule to find. Keys are hashes, as scattered as real ones, so
that indexes are as hard to write to.
"""

from django.db import connection, models
from wagtail.contrib.forms.models import FormSubmission

from wagtail_campaign.actions.models import SLOTS, Tally
from wagtail_campaign.mailing.models import Mail
from wagtail_campaign.petitions.models import METRIC, Petition, Signature
from wagtail_campaign.supporters.models import Consent, ConsentWording, Purpose, Supporter

SIGNED = "now() - interval '730 days' * (1 - power(i::float / %(number)s, 3))"

# Field -> SQL, with "i" from 1 to the number of rows: in every table, and in each. A field that
# isn't named gets its default.
COMMON = {
    "id": "%(offset)s + i",
    "language": "(%(languages)s::text[])[1 + mod(i, cardinality(%(languages)s::text[]))]",
    "created_at": SIGNED,
    "key_id": "'bench'",
    "page": "(%(pages)s::bigint[])[1 + mod(i, cardinality(%(pages)s::bigint[]))]",
    "supporter": "%(offset)s + i",
    "country": "(ARRAY['KZ','RU','DE','GB','FR','PL','TR','US','KG','UZ'])[1 + mod(i, 10)]",
}
FIRST_NAME = "(ARRAY['Aigul','Daniyar','Maria','Светлана','Ерлан','John','Anna'])[1 + mod(i, 7)]"
LAST_NAME = "(ARRAY['Serikova','Müller','Иванова','Әбенова','Smith'])[1 + mod(i, 5)]"
DISPLAY = "(ARRAY['anonymous', 'initial', 'full'])[1 + mod(i, 3)]"
EMAIL_KEY = "encode(sha256(('address ' || i)::bytea), 'hex')"
STATE = (
    "CASE WHEN mod(i, 100) < 85 THEN 'confirmed' WHEN mod(i, 100) < 95 THEN 'pending'"
    " WHEN mod(i, 100) < 99 THEN 'withdrawn' ELSE 'invalid' END"
)

COLUMNS = {
    Supporter: {
        "first_name": FIRST_NAME,
        "last_name": LAST_NAME,
        "email": (
            "'supporter.' || i || CASE WHEN i BETWEEN %(number)s / 2 AND %(number)s / 2 +"
            " %(number)s / 500 THEN '@burst.example' ELSE '@example.org' END"
        ),
        "email_key": EMAIL_KEY,
        "display": DISPLAY,
    },
    Signature: {
        "petition": "%(petition)s",
        "state": STATE,
        "source": "(ARRAY['', 'telegram', 'whatsapp', 'vk', 'qr'])[1 + mod(i, 5)]",
        "public_name": f"CASE mod(i, 3) WHEN 2 THEN {FIRST_NAME} || ' ' || {LAST_NAME} ELSE '' END",
        "dedupe_key": (
            "CASE WHEN mod(i, 100) < 85 OR mod(i, 100) = 99"
            " THEN encode(sha256(('signature ' || i)::bytea), 'hex') END"
        ),
        "nonce": "md5('nonce ' || i)",
        "confirmed_at": (
            f"CASE WHEN mod(i, 100) < 85 OR mod(i, 100) >= 95"
            f" THEN {SIGNED} + interval '1 minute' * power(mod(i, 7), 4) END"
        ),
    },
    Mail: {
        "kind": "'petitions.confirm'",
        "object_id": "%(offset)s + i",
        "state": "'sent'",
        "attempts": "1",
        "turn": "1",
        "email_key": EMAIL_KEY,
        "due_at": SIGNED,
        "claimed_at": SIGNED,
        "sent_at": SIGNED,
    },
    Consent: {
        "wording": "%(wording)s",
        "purpose": "'updates'",
        "action_key": "%(key)s",
        "given_at": SIGNED,
    },
}
ONLY = {Consent: "mod(i, 2) = 0 AND mod(i, 100) < 85"}


def fill(petition: Petition, pages: dict[str, int], number: int) -> None:
    """Adds so many signatures to a petition, and everything that hangs on them.

    ``pages`` are the ids of its pages by language. The database's user has to be a superuser: the
    references of five million rows, right by construction, are not looked up one by one.
    """
    wording = ConsentWording.objects.filter(purpose=Purpose.UPDATES, language="en").first()
    values = {
        "number": number,
        "offset": max(_last_id(model) for model in COLUMNS),
        "languages": list(pages),
        "pages": list(pages.values()),
        "petition": petition.pk,
        "key": petition.key,
        "wording": wording.pk,
    }
    with connection.cursor() as cursor:
        cursor.execute("SET session_replication_role = replica")
        cursor.execute("SET maintenance_work_mem = '256MB'")
        for model in COLUMNS:
            drop, make = _indexes(cursor, model)
            cursor.execute(drop)
            _insert(cursor, model, values)
            cursor.execute(make)
        cursor.execute("SET session_replication_role = origin")
        confirmed = petition.signatures.filter(state="confirmed").count()
        slots = Tally.objects.filter(key=petition.key, metric=METRIC)
        slots.update(count=confirmed // SLOTS)
        slots.filter(slot=0).update(count=confirmed // SLOTS + confirmed % SLOTS)
        # What autovacuum and the checkpointer would do while it is measured.
        cursor.execute("VACUUM ANALYZE")
        cursor.execute("CHECKPOINT")


def fill_form_page(page, number: int) -> None:
    """Adds so many submissions to the FormPage that asks what the petition asks."""
    typed = COLUMNS[Supporter]
    data = (
        f"jsonb_build_object('first_name', {FIRST_NAME}, 'last_name', {LAST_NAME},"
        f" 'email', {typed['email']}, 'country', {COMMON['country']}, 'comment', '',"
        f" 'display', {DISPLAY}, 'updates', {ONLY[Consent]}, 'news', false, 'handover', false)"
    )
    table = FormSubmission._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            f"INSERT INTO {table} (form_data, page_id, submit_time)"
            f" SELECT {data}, %(page)s, {SIGNED} FROM generate_series(1, %(number)s) AS i",
            {"page": page.pk, "number": number},
        )
        cursor.execute(f"ANALYZE {table}")


def _indexes(cursor, model: type[models.Model]) -> tuple[str, str]:
    """The SQL that drops the indexes of a table, and the SQL that makes them again.

    Made at the end they take a fifth of the time. The key of the table stays.
    """
    table = model._meta.db_table
    cursor.execute(
        "SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint"
        " WHERE conrelid = %s::regclass AND contype = 'u'",
        [table],
    )
    constraints = cursor.fetchall()
    cursor.execute(
        "SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index"
        " WHERE indrelid = %s::regclass AND NOT indisunique",
        [table],
    )
    indexes = cursor.fetchall()
    drop = [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for name, _ in constraints]
    drop += [f"DROP INDEX {name}" for name, _ in indexes]
    make = [f"ALTER TABLE {table} ADD CONSTRAINT {name} {what}" for name, what in constraints]
    make += [what for _, what in indexes]
    return "; ".join(drop), "; ".join(make)


def _insert(cursor, model: type[models.Model], values: dict) -> None:
    columns = {**COMMON, **COLUMNS[model]}
    names, expressions, defaults = [], [], {}
    for field in model._meta.concrete_fields:
        names.append(connection.ops.quote_name(field.column))
        expressions.append(columns.get(field.name, f"%(default_{field.name})s"))
        default = field.get_db_prep_save(field.get_default(), connection)
        defaults[f"default_{field.name}"] = default
    table = connection.ops.quote_name(model._meta.db_table)
    cursor.execute(
        f"INSERT INTO {table} ({', '.join(names)}) SELECT {', '.join(expressions)}"
        f" FROM generate_series(1, %(number)s) AS i WHERE {ONLY.get(model, 'true')}",
        {**defaults, **values},
    )
    cursor.execute(
        "SELECT setval(pg_get_serial_sequence(%s, 'id'), (SELECT max(id) FROM " + table + "))",
        [model._meta.db_table],
    )


def _last_id(model: type[models.Model]) -> int:
    return model.objects.aggregate(last=models.Max("pk"))["last"] or 0
