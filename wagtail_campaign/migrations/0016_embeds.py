from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign", "0015_webhooks"),
    ]

    operations = [
        migrations.AddField(
            model_name="fund",
            name="embed_origins",
            field=models.TextField(
                blank=True,
                help_text="One a line: https://ally.example.org. They can show the form and its progress on their pages. Empty: no other site can.",
                verbose_name="sites that may show it",
            ),
        ),
        migrations.AddField(
            model_name="petition",
            name="embed_origins",
            field=models.TextField(
                blank=True,
                help_text="One a line: https://ally.example.org. They can show the form and its progress on their pages. Empty: no other site can.",
                verbose_name="sites that may show it",
            ),
        ),
        migrations.AddField(
            model_name="sponsorlist",
            name="embed_origins",
            field=models.TextField(
                blank=True,
                help_text="One a line: https://ally.example.org. They can show the form and its progress on their pages. Empty: no other site can.",
                verbose_name="sites that may show it",
            ),
        ),
        migrations.AddField(
            model_name="urgentaction",
            name="embed_origins",
            field=models.TextField(
                blank=True,
                help_text="One a line: https://ally.example.org. They can show the form and its progress on their pages. Empty: no other site can.",
                verbose_name="sites that may show it",
            ),
        ),
        migrations.AlterField(
            model_name="alert",
            name="source",
            field=models.CharField(blank=True, max_length=100, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="donation",
            name="source",
            field=models.CharField(blank=True, max_length=100, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="letter",
            name="source",
            field=models.CharField(blank=True, max_length=100, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="signature",
            name="source",
            field=models.CharField(blank=True, max_length=100, verbose_name="source"),
        ),
        migrations.AlterField(
            model_name="sponsor",
            name="source",
            field=models.CharField(blank=True, max_length=100, verbose_name="source"),
        ),
    ]
