"""检查全部内容：写法、链接、依据、编号。"""

import sys

from jianjia.cli import main

if __name__ == "__main__":
    sys.exit(main(sys.argv[1:], about="检查全部内容：写法、链接、依据、编号。"))
