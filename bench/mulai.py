"""Entry of the process that measures one size: Django is set up before anything imports its models."""

import json
import sys

import django

django.setup()

from bench.satu import main  # noqa: E402

if __name__ == "__main__":
    json.dump(main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3] == "1"), sys.stdout, ensure_ascii=False)
