"""The first set of services: twenty-four real ones and one invented association's examples."""

from perhekeskus.demo.lapland import services_core_babies as babies
from perhekeskus.demo.lapland import services_core_example_states as states
from perhekeskus.demo.lapland import services_core_examples as examples
from perhekeskus.demo.lapland import services_core_help as help_
from perhekeskus.demo.lapland import services_core_learning as learning
from perhekeskus.demo.lapland import services_core_safety as safety
from perhekeskus.demo.lapland import services_core_support as support

SERVICES = [
    *babies.SERVICES,
    *learning.SERVICES,
    *support.SERVICES,
    *help_.SERVICES,
    *safety.SERVICES,
    *examples.SERVICES,
    *states.SERVICES,
]
