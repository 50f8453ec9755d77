"""只检查链接。"""

import sys

from jianjia.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], prefixes=("LNK",), about="检查链接：文件在不在，锚点在不在。"))
