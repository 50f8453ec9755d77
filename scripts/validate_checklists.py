"""只检查清单的结构。"""

import sys

from jianjia.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], prefixes=("CHK",), about="检查清单：编号、依据、看不懂的行。"))
