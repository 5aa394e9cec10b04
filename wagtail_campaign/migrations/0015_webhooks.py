import django.db.models.deletion
import django.utils.timezone
from django.db import migrations, models

import wagtail_campaign.supporters.tokens
import wagtail_campaign.webhooks.models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign", "0014_gift_mails"),
    ]

    operations = [
        migrations.CreateModel(
            name="Endpoint",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("name", models.CharField(max_length=60, verbose_name="name")),
                ("url", models.CharField(max_length=500, verbose_name="address")),
                ("events", models.JSONField(default=list, verbose_name="is told of")),
                ("is_on", models.BooleanField(default=True)),
                (
                    "off_reason",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", ""),
                            ("editor", "Switched off"),
                            ("gone", "Switched off: it answered that it is gone"),
                            ("failing", "Switched off: it failed for days"),
                        ],
                        default="",
                        max_length=7,
                    ),
                ),
                (
                    "nonce",
                    models.CharField(
                        default=wagtail_campaign.supporters.tokens.new_nonce,
                        editable=False,
                        max_length=32,
                    ),
                ),
                ("older_nonce", models.CharField(blank=True, editable=False, max_length=32)),
                ("older_until", models.DateTimeField(editable=False, null=True)),
                ("tried_at", models.DateTimeField(editable=False, null=True)),
                ("succeeded_at", models.DateTimeField(editable=False, null=True)),
                ("failing_since", models.DateTimeField(editable=False, null=True)),
                ("rests_until", models.DateTimeField(editable=False, null=True)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
            ],
            options={
                "verbose_name": "webhook",
                "verbose_name_plural": "webhooks",
                "permissions": [("manage_webhooks", "Set up webhooks, and send them again")],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Delivery",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "webhook_id",
                    models.CharField(
                        default=wagtail_campaign.webhooks.models.new_webhook_id, max_length=32
                    ),
                ),
                ("event", models.CharField(max_length=40)),
                ("subject", models.CharField(max_length=40)),
                ("body", models.TextField()),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("queued", "Waiting"),
                            ("sending", "Being sent"),
                            ("delivered", "Delivered"),
                            ("failed", "Given up"),
                        ],
                        default="queued",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("due_at", models.DateTimeField(default=django.utils.timezone.now)),
                ("attempts", models.PositiveSmallIntegerField(default=0)),
                ("claimed_at", models.DateTimeField(null=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("status", models.PositiveSmallIntegerField(null=True)),
                ("error", models.CharField(blank=True, max_length=60)),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
                (
                    "endpoint",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="deliveries",
                        to="wagtail_campaign.endpoint",
                    ),
                ),
            ],
            options={
                "verbose_name": "delivery",
                "verbose_name_plural": "deliveries",
                "default_permissions": (),
                "indexes": [
                    models.Index(
                        fields=["endpoint", "state", "due_at"], name="campaign_delivery_due"
                    ),
                    models.Index(
                        fields=["endpoint", "created_at", "id"], name="campaign_delivery_newest"
                    ),
                    models.Index(fields=["subject"], name="campaign_delivery_subject"),
                    models.Index(fields=["state", "created_at"], name="campaign_delivery_old"),
                ],
            },
        ),
    ]
