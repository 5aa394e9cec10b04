import django.db.models.deletion
import swapper
import wagtail.fields
from django.db import migrations, models
from wagtail.images import get_image_model_string

import wagtail_campaign.urgent_actions.country_codes


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign_pages", "0004_questions"),
        ("wagtailcore", "0095_groupsitepermission"),
        migrations.swappable_dependency(get_image_model_string()),
    ]

    operations = [
        migrations.CreateModel(
            name="EmbassyFinderPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                    ),
                ),
                (
                    "missions_of",
                    wagtail_campaign.urgent_actions.country_codes.CountryCodeField(
                        max_length=2, verbose_name="embassies of"
                    ),
                ),
                (
                    "intro",
                    models.TextField(blank=True, max_length=500, verbose_name="introduction"),
                ),
            ],
            options={
                "verbose_name": "embassy finder",
                "verbose_name_plural": "embassy finders",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="ChainPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="For those who don’t see it. Empty: its description in the image library.",
                        max_length=255,
                        verbose_name="what the image shows",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        help_text="What happened, in two sentences. The list of updates and the mail show it.",
                        max_length=500,
                        verbose_name="introduction",
                    ),
                ),
                (
                    "mail_subject",
                    models.CharField(
                        blank=True,
                        help_text="Others may read it on a locked phone. Empty: the title.",
                        max_length=120,
                        verbose_name="subject of the mail",
                    ),
                ),
                (
                    "link",
                    models.CharField(
                        choices=[
                            ("further", "Further information"),
                            ("outcome", "Outcome"),
                            ("stop", "Stop: write no more letters"),
                        ],
                        default="further",
                        help_text="Publishing an outcome or a stop ends the urgent action in every language. A stop also cancels what was not sent yet, and may be mailed to everybody who wrote.",
                        max_length=7,
                        verbose_name="what it is",
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 1), ("image", 2), ("quote", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"form_classname": "title", "icon": "title", "label": "Heading"},
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ol", "ul", "h3"],
                                    "label": "Paragraph",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageBlock", [], {"label": "Image"}),
                            3: ("wagtail.blocks.BlockQuoteBlock", (), {"label": "Quotation"}),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="image",
                    ),
                ),
            ],
            options={
                "verbose_name": "news of an urgent action",
                "verbose_name_plural": "news of urgent actions",
            },
            bases=("wagtailcore.page", models.Model),
        ),
        migrations.CreateModel(
            name="UrgentActionPage",
            fields=[
                (
                    "page_ptr",
                    models.OneToOneField(
                        auto_created=True,
                        on_delete=django.db.models.deletion.CASCADE,
                        parent_link=True,
                        primary_key=True,
                        serialize=False,
                        to=swapper.get_model_name("wagtailcore", "Page"),
                    ),
                ),
                (
                    "image_alt",
                    models.CharField(
                        blank=True,
                        help_text="For those who don’t see it. Empty: its description in the image library.",
                        max_length=255,
                        verbose_name="what the image shows",
                    ),
                ),
                (
                    "number",
                    models.CharField(
                        blank=True,
                        help_text="As others cite it: “60/16”. The page says which one of a chain it is.",
                        max_length=40,
                        verbose_name="number",
                    ),
                ),
                (
                    "intro",
                    models.TextField(
                        help_text="Who is in danger and why, in three sentences. Shown first, and where shared.",
                        max_length=500,
                        verbose_name="situation",
                    ),
                ),
                (
                    "points",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="The points to make, one by one.",
                        verbose_name="what a letter should say",
                    ),
                ),
                (
                    "preferred_languages",
                    models.CharField(
                        blank=True,
                        help_text="In words: “Kazakh, Russian, English or your own”.",
                        max_length=120,
                        verbose_name="preferred languages",
                    ),
                ),
                (
                    "background",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="For those who want to know more: up to 400 words.",
                        verbose_name="background",
                    ),
                ),
                (
                    "copies_to",
                    models.CharField(
                        blank=True,
                        help_text="Whom those who write by themselves send a copy to: e-mail addresses, commas.",
                        max_length=255,
                        verbose_name="copies to",
                    ),
                ),
                (
                    "thanks",
                    wagtail.fields.RichTextField(
                        blank=True,
                        help_text="Said to those who confirmed. Empty: a short word of thanks.",
                        verbose_name="thanks",
                    ),
                ),
                (
                    "updates_wording",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="box for news about this action"
                    ),
                ),
                (
                    "news_wording",
                    models.CharField(
                        blank=True, max_length=255, verbose_name="box for news of the campaign"
                    ),
                ),
                (
                    "body",
                    wagtail.fields.StreamField(
                        [("heading", 0), ("paragraph", 1), ("image", 2), ("quote", 3)],
                        blank=True,
                        block_lookup={
                            0: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {"form_classname": "title", "icon": "title", "label": "Heading"},
                            ),
                            1: (
                                "wagtail.blocks.RichTextBlock",
                                (),
                                {
                                    "features": ["bold", "italic", "link", "ol", "ul", "h3"],
                                    "label": "Paragraph",
                                },
                            ),
                            2: ("wagtail.images.blocks.ImageBlock", [], {"label": "Image"}),
                            3: ("wagtail.blocks.BlockQuoteBlock", (), {"label": "Quotation"}),
                        },
                        verbose_name="text",
                    ),
                ),
                (
                    "next_steps",
                    wagtail.fields.StreamField(
                        [("step", 2)],
                        blank=True,
                        block_lookup={
                            0: ("wagtail.blocks.PageChooserBlock", (), {"label": "Page"}),
                            1: (
                                "wagtail.blocks.CharBlock",
                                (),
                                {
                                    "help_text": "Empty: the page's title.",
                                    "label": "Invitation",
                                    "max_length": 120,
                                    "required": False,
                                },
                            ),
                            2: ("wagtail.blocks.StructBlock", [[("page", 0), ("text", 1)]], {}),
                        },
                        verbose_name="next steps",
                    ),
                ),
                (
                    "image",
                    models.ForeignKey(
                        blank=True,
                        null=True,
                        on_delete=django.db.models.deletion.SET_NULL,
                        related_name="+",
                        to=get_image_model_string(),
                        verbose_name="image",
                    ),
                ),
            ],
            options={
                "verbose_name": "urgent action page",
                "verbose_name_plural": "urgent action pages",
            },
            bases=("wagtailcore.page", models.Model),
        ),
    ]
