"""Single rows at the price of the row: statements that are built once instead of for each request.

For the few statements of signing, confirming and mailing, and for nothing else. Django builds the
text of each statement anew, for ten times the work of running it; without that, a confirmation
costs half. The statements are plain, and values go through the model's fields as Django's do. No
``pre_save`` and ``post_save`` is sent. All is in the default database, as transactions are: its
connection is looked up once a call, which ``django.db.connection`` does at each of its attributes.
"""

from functools import lru_cache

from django.db import DEFAULT_DB_ALIAS, connection, connections, models

TEXT = (models.CharField, models.TextField)


def insert(record: models.Model) -> None:
    """Writes a new record, of a model without parents, and sets its ``pk``."""
    database = connections[DEFAULT_DB_ALIAS]
    statement, fields = _insertion(type(record), database.vendor)
    values = [getattr(record, field.attname) for field in fields]
    with database.cursor() as cursor:
        cursor.execute(statement, _prepared(fields, values, database))
        if database.features.can_return_columns_from_insert:
            record.pk = cursor.fetchone()[0]
        else:
            record.pk = cursor.lastrowid
    record._state.adding, record._state.db = False, DEFAULT_DB_ALIAS


def change(model: type[models.Model], where: dict, to: dict, add: str = "") -> int:
    """Sets columns in the rows where columns have some values; returns how many rows it found.

    The column named by ``add`` isn't set to its new value: that is added to it.
    """
    database = connections[DEFAULT_DB_ALIAS]
    statement, fields = _changing(model, tuple(where), tuple(to), add, database.vendor)
    with database.cursor() as cursor:
        cursor.execute(statement, _prepared(fields, [*to.values(), *where.values()], database))
        return cursor.rowcount


def read(model: type[models.Model], pk: int, names: tuple[str, ...]) -> models.Model | None:
    """The record of that id with these fields only, the others deferred; None where it is gone.

    A name may lead to a related record: with "petition__key" it comes along, with its key.
    """
    database = connections[DEFAULT_DB_ALIAS]
    statement, parts = _selection(model, names, database.vendor)
    with database.cursor() as cursor:
        cursor.execute(statement, [pk])
        row = cursor.fetchone()
    if row is None:
        return None
    row = iter(row)
    records = {path: _made(part, fields, row, database) for path, (part, fields) in parts.items()}
    record = records.pop("")
    for path, related in records.items():
        setattr(record, path, related)
    return record


def _made(model, fields, row, database) -> models.Model | None:
    values = []
    for _, column, converters in fields:
        value = next(row)
        for convert in converters:
            value = convert(value, column, database)
        values.append(value)
    if values[0] is None:
        return None
    return model.from_db(DEFAULT_DB_ALIAS, [name for name, _, _ in fields], values)


def _prepared(fields, values, database) -> list:
    # Most of it is text, which Django's way through three methods would leave as it is.
    return [
        value
        if type(value) is str and isinstance(field, TEXT)
        else field.get_db_prep_save(value, database)
        for field, value in zip(fields, values, strict=True)
    ]


@lru_cache
def _insertion(model, vendor: str) -> tuple[str, list]:
    name = connection.ops.quote_name
    fields = [field for field in model._meta.concrete_fields if not field.primary_key]
    columns = ", ".join(name(field.column) for field in fields)
    marks = ", ".join(["%s"] * len(fields))
    statement = f"INSERT INTO {name(model._meta.db_table)} ({columns}) VALUES ({marks})"
    if connection.features.can_return_columns_from_insert:
        statement += f" RETURNING {name(model._meta.pk.column)}"
    return statement, fields


@lru_cache
def _changing(model, where: tuple, to: tuple, add: str, vendor: str) -> tuple[str, list]:
    name = connection.ops.quote_name
    fields = [model._meta.get_field(field) for field in (*to, *where)]
    columns = [name(field.column) for field in fields]
    new = [
        f"{column} = {column} + %s" if field == add else f"{column} = %s"
        for field, column in zip(to, columns, strict=False)
    ]
    found = [f"{column} = %s" for column in columns[len(to) :]]
    table = name(model._meta.db_table)
    return f"UPDATE {table} SET {', '.join(new)} WHERE {' AND '.join(found)}", fields


@lru_cache
def _selection(model, names: tuple, vendor: str) -> tuple[str, dict]:
    wanted = {"": set()}
    for path, _, field in (name.rpartition("__") for name in names):
        wanted.setdefault(path, set()).add(field)
    parts, columns = {}, []
    for path, own in wanted.items():
        part = model._meta.get_field(path).related_model if path else model
        # In the order of the model, its id first, as from_db wants it.
        fields = [f for f in part._meta.concrete_fields if f.primary_key or f.name in own]
        parts[path] = (part, [_readable(field) for field in fields])
        columns += [f"{path}__{f.attname}".removeprefix("__") for f in fields]
    queryset = model._base_manager.filter(pk=0).values_list(*columns)
    return queryset.query.sql_with_params()[0], parts


def _readable(field) -> tuple:
    column = field.get_col(field.model._meta.db_table)
    converters = connection.ops.get_db_converters(column) + field.get_db_converters(connection)
    return field.attname, column, converters
