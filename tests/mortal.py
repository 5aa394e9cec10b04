"""A process that does passes of ``campaign_work`` in children that a test can kill.

Run as ``python -m tests.mortal``. For every line on its standard input it forks a child
that does one pass, and writes the child's id; when the child has ended it writes "done".
"""

import os
import sys

import django


def main():
    django.setup()
    from wagtail_campaign.actions import forgetting
    from wagtail_campaign.mailing import broadcasts, work
    from wagtail_campaign.petitions import sweeping

    # Written a few at a time, so that some are killed between.
    broadcasts.BATCH = 7
    sweeping.BATCH = forgetting.BATCH = 70

    for _ in sys.stdin:
        child = os.fork()
        if not child:
            try:
                work.run_pass()
            finally:
                os._exit(0)
        print(child, flush=True)
        os.waitpid(child, 0)
        print("done", flush=True)


if __name__ == "__main__":
    main()
