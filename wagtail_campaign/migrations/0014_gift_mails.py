import django.db.models.deletion
import django.utils.timezone
from django.conf import settings
from django.db import migrations, models

import wagtail_campaign.donations.stripe_api.descriptors


def told_before(apps, schema_editor):
    """Nobody is told now of money that went back long ago."""
    refunds = apps.get_model("wagtail_campaign", "Refund").objects
    refunds.update(told_at=models.F("created_at"), failure_told_at=models.F("created_at"))


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign", "0013_sponsors"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Burst",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("under_way", models.CharField(max_length=4, null=True, unique=True)),
                ("unpaid", models.PositiveIntegerField()),
                ("began_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("seen_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("ended_at", models.DateTimeField(null=True)),
            ],
            options={
                "verbose_name": "burst of unpaid gifts",
                "verbose_name_plural": "bursts of unpaid gifts",
                "default_permissions": (),
            },
        ),
        migrations.AddField(
            model_name="donation",
            name="reminded_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="donation",
            name="reminder_wording",
            field=models.ForeignKey(
                db_index=False,
                editable=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="wagtail_campaign.consentwording",
            ),
        ),
        migrations.AddField(
            model_name="mail",
            name="user",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=settings.AUTH_USER_MODEL,
            ),
        ),
        migrations.AddField(
            model_name="refund",
            name="failure_told_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AddField(
            model_name="refund",
            name="told_at",
            field=models.DateTimeField(editable=False, null=True),
        ),
        migrations.AlterField(
            model_name="fund",
            name="descriptor",
            field=models.CharField(
                blank=True,
                help_text="Stands there beside the name of your Stripe account, for gifts by card made once and for those that recur. A neutral word protects donors whose statements are read by others. Five to ten Latin letters.",
                max_length=10,
                validators=[wagtail_campaign.donations.stripe_api.descriptors.check],
                verbose_name="on the bank statement",
            ),
        ),
        migrations.CreateModel(
            name="FraudWarning",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("stripe_id", models.CharField(editable=False, max_length=255, unique=True)),
                ("fraud_type", models.CharField(max_length=60, verbose_name="reason")),
                ("created_at", models.DateTimeField(verbose_name="date")),
                (
                    "donation",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="fraud_warnings",
                        to="wagtail_campaign.donation",
                    ),
                ),
            ],
            options={
                "verbose_name": "fraud warning",
                "verbose_name_plural": "fraud warnings",
                "default_permissions": (),
            },
        ),
        migrations.RunPython(told_before, migrations.RunPython.noop, elidable=True),
    ]
