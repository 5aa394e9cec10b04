import django.db.models.deletion
import django.utils.timezone
import modelcluster.fields
import swapper
from django.conf import settings
from django.db import migrations, models

import wagtail_campaign.supporters.tokens
import wagtail_campaign.urgent_actions.country_codes
import wagtail_campaign.urgent_actions.directory.targets
import wagtail_campaign.urgent_actions.languages


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign", "0007_export_petitions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
        migrations.swappable_dependency(swapper.get_model_name("wagtailcore", "Page")),
    ]

    operations = [
        migrations.CreateModel(
            name="Alert",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Not confirmed"),
                            ("confirmed", "Confirmed"),
                            ("withdrawn", "Withdrawn"),
                            ("invalid", "Invalidated"),
                        ],
                        default="pending",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("source", models.CharField(blank=True, max_length=20, verbose_name="source")),
                ("dedupe_key", models.CharField(editable=False, max_length=64, null=True)),
                ("key_id", models.CharField(blank=True, editable=False, max_length=20)),
                (
                    "nonce",
                    models.CharField(
                        default=wagtail_campaign.supporters.tokens.new_nonce,
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="confirmed"),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "subscription to alerts",
                "verbose_name_plural": "subscriptions to alerts",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Contact",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("email", "E-mail"),
                            ("post", "Post"),
                            ("phone", "Telephone"),
                            ("fax", "Fax"),
                            ("form", "Form on a web site"),
                            ("social", "Social network"),
                        ],
                        max_length=6,
                        verbose_name="way",
                    ),
                ),
                (
                    "value",
                    models.CharField(
                        blank=True,
                        help_text="Empty for post: the addresses stand among the words.",
                        max_length=300,
                        verbose_name="address, number or link",
                    ),
                ),
                (
                    "source",
                    models.CharField(
                        blank=True,
                        help_text="Where you found it: a link, a person.",
                        max_length=300,
                        verbose_name="source",
                    ),
                ),
                (
                    "verified_on",
                    models.DateField(blank=True, null=True, verbose_name="verified on"),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("works", "Works"),
                            ("refuses", "Refuses mail"),
                            ("wrong", "Wrong"),
                        ],
                        default="works",
                        max_length=7,
                        verbose_name="state",
                    ),
                ),
                ("refusal", models.CharField(blank=True, editable=False, max_length=60)),
                ("refused_at", models.DateTimeField(editable=False, null=True)),
                ("free_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "contact",
                "verbose_name_plural": "contacts",
                "ordering": ["sort_order"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Letter",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("pending", "Not confirmed"),
                            ("confirmed", "Confirmed"),
                            ("withdrawn", "Withdrawn"),
                            ("invalid", "Invalidated"),
                        ],
                        default="pending",
                        max_length=9,
                        verbose_name="state",
                    ),
                ),
                ("country", models.CharField(blank=True, max_length=2, verbose_name="country")),
                ("language", models.CharField(max_length=12, verbose_name="language")),
                ("source", models.CharField(blank=True, max_length=20, verbose_name="source")),
                ("dedupe_key", models.CharField(editable=False, max_length=64, null=True)),
                ("key_id", models.CharField(blank=True, editable=False, max_length=20)),
                (
                    "nonce",
                    models.CharField(
                        default=wagtail_campaign.supporters.tokens.new_nonce,
                        editable=False,
                        max_length=32,
                    ),
                ),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, verbose_name="date"),
                ),
                (
                    "confirmed_at",
                    models.DateTimeField(blank=True, null=True, verbose_name="confirmed"),
                ),
                ("reminded_at", models.DateTimeField(editable=False, null=True)),
                (
                    "channel",
                    models.CharField(
                        choices=[
                            ("site", "By this site"),
                            ("mail", "By their own mail program"),
                            ("post", "On paper"),
                            ("campaign", "Through the campaign"),
                        ],
                        max_length=8,
                        verbose_name="way",
                    ),
                ),
                (
                    "delivery",
                    models.CharField(
                        blank=True,
                        choices=[
                            ("", "Sent by themselves"),
                            ("held", "Waits for a moderator"),
                            ("queued", "Waiting"),
                            ("sent", "Sent"),
                            ("refused", "Refused"),
                            ("unknown", "Unknown"),
                            ("cancelled", "Cancelled"),
                        ],
                        default="",
                        max_length=9,
                        verbose_name="delivery",
                    ),
                ),
                (
                    "written_in",
                    models.CharField(blank=True, max_length=12, verbose_name="written in"),
                ),
                (
                    "public_name",
                    models.CharField(blank=True, max_length=125, verbose_name="public name"),
                ),
                ("on_wall", models.BooleanField(default=False, verbose_name="may be shown")),
                ("error", models.CharField(blank=True, editable=False, max_length=60)),
                ("delivered_at", models.DateTimeField(blank=True, null=True, verbose_name="sent")),
            ],
            options={
                "verbose_name": "letter",
                "verbose_name_plural": "letters",
                "permissions": [
                    ("view_letter_numbers", "See how many letters were written"),
                    ("view_letter", "Read letters and see who wrote them"),
                    ("moderate_letter", "Release, refuse, send again and erase letters"),
                ],
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="LetterTemplate",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "language",
                    models.CharField(
                        max_length=12,
                        validators=[wagtail_campaign.urgent_actions.languages.check_language],
                        verbose_name="language",
                    ),
                ),
                ("subject", models.CharField(max_length=150, verbose_name="subject")),
                ("text", models.TextField(max_length=6000, verbose_name="letter")),
            ],
            options={
                "verbose_name": "letter to start from",
                "verbose_name_plural": "letters to start from",
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="LetterText",
            fields=[
                (
                    "supporter",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="letter_text",
                        serialize=False,
                        to="wagtail_campaign.supporter",
                    ),
                ),
                ("subject", models.CharField(blank=True, max_length=150, verbose_name="subject")),
                ("text", models.TextField(max_length=6000, verbose_name="letter")),
                ("city", models.CharField(blank=True, max_length=80, verbose_name="city")),
                (
                    "wants_reply",
                    models.BooleanField(default=False, verbose_name="answer to my address"),
                ),
                ("created_at", models.DateTimeField(default=django.utils.timezone.now)),
            ],
            options={
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="Target",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "key",
                    models.CharField(
                        default=wagtail_campaign.urgent_actions.directory.targets.new_key,
                        editable=False,
                        max_length=60,
                        unique=True,
                        validators=[wagtail_campaign.urgent_actions.directory.targets.check_key],
                    ),
                ),
                (
                    "country",
                    wagtail_campaign.urgent_actions.country_codes.CountryCodeField(
                        help_text="Whose office it is; of an embassy, the state that sends it.",
                        max_length=2,
                        verbose_name="state",
                    ),
                ),
                (
                    "reads",
                    models.CharField(
                        help_text="Their codes, the best first: kk ru en",
                        max_length=60,
                        validators=[wagtail_campaign.urgent_actions.languages.check_languages],
                        verbose_name="languages it reads",
                    ),
                ),
                (
                    "is_active",
                    models.BooleanField(
                        default=True,
                        help_text="Not ticked: nobody is offered to write to it.",
                        verbose_name="in use",
                    ),
                ),
            ],
            options={
                "verbose_name": "target",
                "verbose_name_plural": "targets",
                "default_permissions": ("add", "change", "delete"),
            },
        ),
        migrations.CreateModel(
            name="Person",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "status",
                    models.CharField(
                        choices=[
                            ("danger", "In danger"),
                            ("detained", "Detained"),
                            ("on_trial", "On trial"),
                            ("sentenced", "Sentenced"),
                            ("missing", "Missing"),
                            ("released", "Released"),
                            ("dead", "Dead"),
                        ],
                        default="danger",
                        max_length=9,
                        verbose_name="status",
                    ),
                ),
                (
                    "consent_by",
                    models.CharField(
                        blank=True,
                        help_text="The person, a relative, a lawyer; and how you know. Without it no page about them can be published. It is never shown.",
                        max_length=200,
                        verbose_name="who agreed to publication",
                    ),
                ),
                ("consent_on", models.DateField(blank=True, null=True, verbose_name="agreed on")),
                (
                    "look_again_on",
                    models.DateField(
                        blank=True,
                        help_text="When to ask whether they still agree. After that day editors are warned.",
                        null=True,
                        verbose_name="look again on",
                    ),
                ),
                (
                    "never_mention",
                    models.TextField(
                        blank=True,
                        help_text="Words that could harm them, one a line: names of children, an illness, a party. Templates with one of them are refused, and letters wait for you. Write the part that stays the same in all cases. It is never shown.",
                        verbose_name="never mention",
                    ),
                ),
            ],
            options={
                "verbose_name": "person of concern",
                "verbose_name_plural": "persons of concern",
                "default_permissions": ("add", "change", "delete"),
            },
        ),
        migrations.CreateModel(
            name="PersonWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "language",
                    models.CharField(
                        help_text="kk, ru, en …",
                        max_length=12,
                        validators=[wagtail_campaign.urgent_actions.languages.check_language],
                        verbose_name="language",
                    ),
                ),
                ("name", models.CharField(max_length=120, verbose_name="name")),
                (
                    "genitive",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="genitive (кого? кімнің?)"
                    ),
                ),
                (
                    "dative",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="dative (кому? кімге?)"
                    ),
                ),
                (
                    "accusative",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="accusative (кого? кімді?)"
                    ),
                ),
                (
                    "instrumental",
                    models.CharField(
                        blank=True, max_length=120, verbose_name="instrumental (кем? кіммен?)"
                    ),
                ),
                (
                    "locative",
                    models.CharField(
                        blank=True,
                        max_length=120,
                        verbose_name="prepositional, locative (о ком? кімде?)",
                    ),
                ),
                (
                    "ablative",
                    models.CharField(blank=True, max_length=120, verbose_name="ablative (кімнен?)"),
                ),
                (
                    "story",
                    models.TextField(
                        blank=True,
                        help_text="In two sentences, for the page. Only what they agreed to.",
                        max_length=1000,
                        verbose_name="what may be told",
                    ),
                ),
            ],
            options={
                "verbose_name": "name in a language",
                "verbose_name_plural": "names in each language",
                "ordering": ["sort_order"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="TargetWords",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("sort_order", models.IntegerField(blank=True, editable=False, null=True)),
                (
                    "language",
                    models.CharField(
                        help_text="kk, ru, en …",
                        max_length=12,
                        validators=[wagtail_campaign.urgent_actions.languages.check_language],
                        verbose_name="language",
                    ),
                ),
                (
                    "office",
                    models.CharField(
                        help_text="“Ministry of Foreign Affairs”",
                        max_length=200,
                        verbose_name="office",
                    ),
                ),
                (
                    "name",
                    models.CharField(
                        blank=True,
                        help_text="Of the official, if it is one.",
                        max_length=120,
                        verbose_name="name",
                    ),
                ),
                (
                    "salutation",
                    models.CharField(
                        help_text="As a whole, as a letter begins: “Dear Minister,” “Уважаемый Имя Отчество!” “Құрметті Аты Әкесінің аты!”",
                        max_length=160,
                        verbose_name="salutation",
                    ),
                ),
                (
                    "address",
                    models.TextField(
                        blank=True,
                        help_text="Line by line, as it stands on an envelope in this script.",
                        max_length=600,
                        verbose_name="postal address",
                    ),
                ),
            ],
            options={
                "verbose_name": "words in a language",
                "verbose_name_plural": "words in each language",
                "ordering": ["sort_order"],
                "abstract": False,
                "default_permissions": (),
            },
        ),
        migrations.CreateModel(
            name="UrgentAction",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("key", models.UUIDField(editable=False, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("paused", "Paused"),
                            ("closed", "Closed"),
                            ("delivered", "Delivered"),
                            ("answered", "Answered"),
                            ("won", "Won"),
                            ("archived", "Archived"),
                        ],
                        default="open",
                        max_length=10,
                        verbose_name="state",
                    ),
                ),
                (
                    "opens_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: open as soon as it is published.",
                        null=True,
                        verbose_name="opens",
                    ),
                ),
                (
                    "closes_at",
                    models.DateTimeField(
                        blank=True,
                        help_text="Empty: open until you close it.",
                        null=True,
                        verbose_name="closes",
                    ),
                ),
                (
                    "goal",
                    models.PositiveIntegerField(
                        default=1000,
                        help_text="The number that the page shows progress towards.",
                        verbose_name="goal",
                    ),
                ),
                (
                    "raises_goal",
                    models.BooleanField(
                        default=True,
                        help_text="Once nine tenths are reached, the page shows the next of 100, 250, 500, 1,000, 2,500 … Otherwise the goal stays as it is.",
                        verbose_name="raise the goal by itself",
                    ),
                ),
                ("milestone", models.PositiveIntegerField(default=0, editable=False)),
                (
                    "created_at",
                    models.DateTimeField(default=django.utils.timezone.now, editable=False),
                ),
                ("ended_at", models.DateTimeField(editable=False, null=True)),
                ("forgotten_at", models.DateTimeField(editable=False, null=True)),
                ("version", models.PositiveIntegerField(default=1, editable=False)),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("urgent", "Urgent action: letters for a person in danger"),
                            ("protest", "Protest: letters to those responsible"),
                            ("solidarity", "Solidarity: letters to the people concerned"),
                        ],
                        default="urgent",
                        max_length=10,
                        verbose_name="kind",
                    ),
                ),
                (
                    "missions_of",
                    wagtail_campaign.urgent_actions.country_codes.CountryCodeField(
                        blank=True,
                        help_text="Supporters are led to the nearest embassy of this state, beside the targets.",
                        max_length=2,
                        verbose_name="embassies of",
                    ),
                ),
                (
                    "copies_to",
                    models.EmailField(
                        blank=True,
                        help_text="Once a day how many letters went to whom; never a letter itself.",
                        max_length=254,
                        verbose_name="daily numbers to",
                    ),
                ),
                ("stopped_at", models.DateTimeField(editable=False, null=True)),
                ("followed", models.JSONField(default=list, editable=False)),
                ("digest_at", models.DateTimeField(editable=False, null=True)),
            ],
            options={
                "verbose_name": "urgent action",
                "verbose_name_plural": "urgent actions",
                "default_permissions": ("change",),
            },
        ),
        migrations.RemoveConstraint(
            model_name="broadcast",
            name="campaign_broadcast_once",
        ),
        migrations.AddField(
            model_name="broadcast",
            name="urgent",
            field=models.BooleanField(default=False),
        ),
        migrations.AlterField(
            model_name="consent",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("updates", "Updates on this action"),
                    ("news", "News of the campaign"),
                    ("handover", "Hand-over of the name to those addressed"),
                    ("alerts", "Urgent actions, as soon as there are any"),
                ],
                max_length=12,
            ),
        ),
        migrations.AlterField(
            model_name="consentwording",
            name="purpose",
            field=models.CharField(
                choices=[
                    ("updates", "Updates on this action"),
                    ("news", "News of the campaign"),
                    ("handover", "Hand-over of the name to those addressed"),
                    ("alerts", "Urgent actions, as soon as there are any"),
                ],
                max_length=12,
            ),
        ),
        migrations.AddConstraint(
            model_name="broadcast",
            constraint=models.UniqueConstraint(
                fields=("kind", "object_id", "slice"), name="campaign_broadcast_once"
            ),
        ),
        migrations.AddField(
            model_name="alert",
            name="page",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=swapper.get_model_name("wagtailcore", "Page"),
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="alert",
            name="supporter",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtail_campaign.supporter",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="contact",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtail_campaign.contact",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="page",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to=swapper.get_model_name("wagtailcore", "Page"),
                verbose_name="page",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="supporter",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="+",
                to="wagtail_campaign.supporter",
            ),
        ),
        migrations.AddIndex(
            model_name="lettertext",
            index=models.Index(fields=["created_at"], name="campaign_lettertext_age"),
        ),
        migrations.CreateModel(
            name="Mission",
            fields=[
                (
                    "target_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to="wagtail_campaign.target",
                    ),
                ),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("embassy", "Embassy"),
                            ("consulate", "Consulate"),
                            ("mission", "Mission to an international organisation"),
                        ],
                        default="embassy",
                        max_length=9,
                        verbose_name="kind",
                    ),
                ),
                (
                    "host",
                    wagtail_campaign.urgent_actions.country_codes.CountryCodeField(
                        max_length=2, verbose_name="host country"
                    ),
                ),
                (
                    "covers",
                    models.CharField(
                        blank=True,
                        help_text="Codes of other countries that it is accredited to: AT LI",
                        max_length=200,
                        validators=[wagtail_campaign.urgent_actions.country_codes.check_countries],
                        verbose_name="also for",
                    ),
                ),
            ],
            options={
                "verbose_name": "embassy or consulate",
                "verbose_name_plural": "embassies and consulates",
                "default_permissions": ("add", "change", "delete"),
            },
            bases=("wagtail_campaign.target",),
        ),
        migrations.AddField(
            model_name="letter",
            name="target",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.SET_NULL,
                related_name="letters",
                to="wagtail_campaign.target",
            ),
        ),
        migrations.AddField(
            model_name="contact",
            name="target",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="contacts",
                to="wagtail_campaign.target",
            ),
        ),
        migrations.AddField(
            model_name="personwords",
            name="person",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="words",
                to="wagtail_campaign.person",
            ),
        ),
        migrations.AddField(
            model_name="targetwords",
            name="target",
            field=modelcluster.fields.ParentalKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="words",
                to="wagtail_campaign.target",
            ),
        ),
        migrations.AddField(
            model_name="urgentaction",
            name="persons",
            field=models.ManyToManyField(
                blank=True,
                related_name="urgent_actions",
                to="wagtail_campaign.person",
                verbose_name="persons of concern",
            ),
        ),
        migrations.AddField(
            model_name="urgentaction",
            name="targets",
            field=models.ManyToManyField(
                blank=True,
                related_name="urgent_actions",
                to="wagtail_campaign.target",
                verbose_name="targets",
            ),
        ),
        migrations.AddField(
            model_name="lettertemplate",
            name="urgent_action",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE,
                related_name="templates",
                to="wagtail_campaign.urgentaction",
            ),
        ),
        migrations.AddField(
            model_name="letter",
            name="urgent_action",
            field=models.ForeignKey(
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="letters",
                to="wagtail_campaign.urgentaction",
            ),
        ),
        migrations.AddIndex(
            model_name="alert",
            index=models.Index(fields=["state", "created_at"], name="campaign_alert_due"),
        ),
        migrations.AddConstraint(
            model_name="alert",
            constraint=models.UniqueConstraint(fields=("dedupe_key",), name="campaign_alert_once"),
        ),
        migrations.AddIndex(
            model_name="mission",
            index=models.Index(fields=["host"], name="campaign_mission_host"),
        ),
        migrations.AddConstraint(
            model_name="personwords",
            constraint=models.UniqueConstraint(
                fields=("person", "language"), name="campaign_person_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="targetwords",
            constraint=models.UniqueConstraint(
                fields=("target", "language"), name="campaign_target_language"
            ),
        ),
        migrations.AddConstraint(
            model_name="lettertemplate",
            constraint=models.UniqueConstraint(
                fields=("urgent_action", "language"), name="campaign_template_language"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                fields=["urgent_action", "state", "-confirmed_at"], name="campaign_letter_latest"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["state", "created_at"], name="campaign_letter_due"),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(
                fields=["delivery", "created_at", "id"], name="campaign_letter_queue"
            ),
        ),
        migrations.AddIndex(
            model_name="letter",
            index=models.Index(fields=["created_at", "id"], name="campaign_letter_newest"),
        ),
        migrations.AddConstraint(
            model_name="letter",
            constraint=models.UniqueConstraint(
                fields=("urgent_action", "dedupe_key"), name="campaign_letter_once"
            ),
        ),
    ]
