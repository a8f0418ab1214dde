import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("services", "0002_municipalities")]

    operations = [
        migrations.AlterField(
            model_name="routestep",
            name="helpline",
            field=models.ForeignKey(
                blank=True,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                to="services.helpline",
                verbose_name="helpline",
            ),
        ),
    ]
