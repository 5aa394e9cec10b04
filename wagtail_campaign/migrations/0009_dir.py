from django.db import migrations, models

from wagtail_campaign.urgent_actions.targets import check_countries, check_key, new_key


def give_keys(apps, schema_editor):
    targets = apps.get_model("wagtail_campaign", "Target").objects
    for pk in targets.filter(key="").values_list("pk", flat=True):
        targets.filter(pk=pk).update(key=new_key())


class Migration(migrations.Migration):
    """A key for each target, by which files know it; rights for what has pages in the admin."""

    dependencies = [("wagtail_campaign", "0008_urgent_actions")]

    operations = [
        migrations.AlterModelOptions(
            name="contact",
            options={
                "default_permissions": (),
                "ordering": ["sort_order"],
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
            },
        ),
        migrations.AlterModelOptions(
            name="mission",
            options={
                "default_permissions": ("add", "change", "delete"),
                "verbose_name": "embassy or consulate",
                "verbose_name_plural": "embassies and consulates",
            },
        ),
        migrations.AlterModelOptions(
            name="person",
            options={
                "default_permissions": ("add", "change", "delete"),
                "verbose_name": "person of concern",
                "verbose_name_plural": "persons of concern",
            },
        ),
        migrations.AlterModelOptions(
            name="personwords",
            options={
                "default_permissions": (),
                "ordering": ["sort_order"],
                "verbose_name": "name in a language",
                "verbose_name_plural": "names in each language",
            },
        ),
        migrations.AlterModelOptions(
            name="target",
            options={
                "default_permissions": ("add", "change", "delete"),
                "verbose_name": "target",
                "verbose_name_plural": "targets",
            },
        ),
        migrations.AlterModelOptions(
            name="targetwords",
            options={
                "default_permissions": (),
                "ordering": ["sort_order"],
                "verbose_name": "words in a language",
                "verbose_name_plural": "words in each language",
            },
        ),
        migrations.AddField(
            model_name="target",
            name="key",
            field=models.CharField(default="", editable=False, max_length=60),
        ),
        migrations.RunPython(give_keys, migrations.RunPython.noop),
        migrations.AlterField(
            model_name="target",
            name="key",
            field=models.CharField(
                default=new_key,
                editable=False,
                max_length=60,
                unique=True,
                validators=[check_key],
            ),
        ),
        migrations.AlterField(
            model_name="mission",
            name="covers",
            field=models.CharField(
                blank=True,
                help_text="Codes of other countries that it is accredited to: AT LI",
                max_length=200,
                validators=[check_countries],
                verbose_name="also for",
            ),
        ),
    ]
