"""只检查链接：平时查源文件，加 --site 文件夹 就查建好的网站，加 --online 查站外链接。"""

import sys

ABOUT = "检查链接：文件在不在，锚点在不在。--site 文件夹 查建好的网站，--online 查站外链接。"


def main(argv: list[str]) -> int:
    if any(word.startswith(("--site", "--online", "SIT")) for word in argv):
        from jianjia.sitecheck import cli as site

        return site.main(argv)
    from jianjia import cli

    return cli.main(argv, prefixes=("LNK",), about=ABOUT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
