"""A perubahan is a row of its own: the plan in force is never in that state."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('rencana_aksi', '0005_pisahkan_perubahan'),
    ]

    operations = [
        migrations.AddConstraint(
            model_name='rencana',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('perubahan_dari__isnull', True), models.Q(('status', 'perubahan'), _negated=True)), models.Q(('perubahan_dari__isnull', False), ('status__in', ['perubahan', 'diajukan']), ('versi__gte', 2)), _connector='OR'), name='rencana_perubahan_berdiri_sendiri'),
        ),
    ]
