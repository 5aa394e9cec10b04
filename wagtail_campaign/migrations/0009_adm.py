from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("wagtail_campaign", "0008_urgent_actions"),
    ]

    operations = [
        migrations.AddField(
            model_name="urgentaction",
            name="followed",
            field=models.JSONField(default=list, editable=False),
        ),
    ]
